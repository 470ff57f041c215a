package io.throughline.journey.domain.explanation;

import static io.throughline.journey.JourneyFixture.SOURCE;
import static io.throughline.journey.JourneyFixture.contactOf;
import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.JourneyFixture;
import io.throughline.journey.domain.explanation.Explanation.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    private static final Locale CHINESE = Locale.forLanguageTag("zh-Hant");
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** From the chatbot, which understood nothing, to the phone, which solved it. */
    private static Journey forcedToThePhone() {
        return journey("acme", "j_1")
                .contact(contactOf("1", "chatbot", "2026-11-01T02:03:00Z")
                        .servedBy("bot")
                        .waited(0.0)
                        .outcome(Outcome.UNRESOLVED)
                        .lasting(Duration.ofSeconds(59)))
                .contact(contactOf("2", "phone", "2026-11-01T02:20:00Z")
                        .answeredAfter(125)
                        .outcome(Outcome.RESOLVED)
                        .lasting(Duration.ofMinutes(60))
                        .csat(2))
                .switched(
                        Verdict.FORCED,
                        Cause.BOT_DEAD_END,
                        new Evidence(
                                SOURCE, "e-4", "F6", Strength.P, Instant.parse("2026-11-01T02:03:40Z"), "fallback"))
                .resolved("agent", "2026-11-01T03:20:00Z")
                .build();
    }

    @Test
    void tellsAJourneyInEnglish() {
        var told = Explanation.of(forcedToThePhone(), Locale.ENGLISH, HONG_KONG);

        assertThat(told.summary())
                .isEqualTo("Issue: bill payment. 2 contacts: chatbot, phone."
                        + " One channel switch, 1 forced by the business.");
        assertThat(told.steps())
                .extracting(Step::text)
                .containsExactly(
                        "1 Nov 2026 10:03: The customer contacted us via chatbot (bill payment). A bot answered."
                                + " It took 59 s and did not solve the issue.",
                        "1 Nov 2026 10:20: Switch from chatbot to phone: forced by the business, because the bot came"
                                + " to a dead end.",
                        "1 Nov 2026 10:20: The customer contacted us via phone (bill payment). A person answered after"
                                + " 2 min. It took 1 h 0 min and solved the issue. Satisfaction: the customer gave"
                                + " 2 of 5.");
        assertThat(told.steps().get(1).evidence())
                .containsExactly(new Explanation.Fact(
                        "Proof, 1 Nov 2026 10:03: the bot or phone menu could not go on (not understood).",
                        "F6",
                        SOURCE,
                        "e-4"));
        assertThat(told.ending())
                .isEqualTo("The issue was solved on 1 Nov 2026 11:20. That is according to the agent.");
    }

    @Test
    void tellsTheSameInTraditionalChinese() {
        var told = Explanation.of(forcedToThePhone(), CHINESE, HONG_KONG);

        assertThat(told.language()).isEqualTo("zh-Hant");
        assertThat(told.summary()).isEqualTo("事項：繳費。共 2 次聯絡：聊天機械人、電話。轉換渠道 1 次，其中 1 次是企業迫使。");
        assertThat(told.steps())
                .extracting(Step::text)
                .containsExactly(
                        "2026年11月1日 10:03：客戶經聊天機械人聯絡我們（繳費）。由機械人應對。歷時59 秒，問題未解決。",
                        "2026年11月1日 10:20：由聊天機械人轉到電話：企業迫使，因為機械人無法繼續。",
                        "2026年11月1日 10:20：客戶經電話聯絡我們（繳費）。2 分鐘後由真人接聽或回覆。" + "歷時1 小時 0 分鐘，問題已解決。滿意度：客戶給 2 分，滿分 5 分。");
        assertThat(told.steps().get(1).evidence().getFirst().text())
                .isEqualTo("證明，2026年11月1日 10:03：機械人或電話選單無法繼續（未能理解）。");
    }

    @Test
    void timesAreToldInTheZoneAskedFor() {
        var told = Explanation.of(forcedToThePhone(), Locale.ENGLISH, ZoneId.of("America/New_York"));

        assertThat(told.steps().getFirst().text()).startsWith("31 Oct 2026 22:03:");
    }

    @Test
    void customersAnswerThatOverridesIsToldWithWhatTheEventsSay() {
        var told = switchStep(phoneToStore()
                .switched(Verdict.FORCED, Cause.STATED_BY_CUSTOMER, 1, false, Verdict.UNDETERMINED)
                .build());

        assertThat(told)
                .endsWith("forced by the business, because the customer says so."
                        + " Asked about it, the customer said they did not choose to switch."
                        + " By the events alone it is undetermined. No event speaks for or against it.");
    }

    @Test
    void customersAnswerThatAgreesIsToldAlone() {
        var told = switchStep(phoneToStore()
                .switched(Verdict.VOLUNTARY, null, 0, true, Verdict.VOLUNTARY)
                .build());

        assertThat(told)
                .contains("the customer’s own choice. Asked about it, the customer said they chose to switch.")
                .doesNotContain("By the events");
    }

    @ParameterizedTest
    @CsvSource({"0.0, false", "0.004, false", "0.3, true", "0.5, true", "0.75, true", "0.996, false", "1.0, false"})
    void probabilityIsToldUnlessItIsCertain(double probability, boolean isTold) {
        var told = switchStep(phoneToStore()
                .switched(Verdict.UNDETERMINED, null, probability, null, Verdict.UNDETERMINED)
                .build());

        assertThat(told.contains("The probability that it was forced is")).isEqualTo(isTold);
    }

    @Test
    void codesOfTheTenantsOwnAreToldAsTheyAre() {
        var told = Explanation.of(
                journey("acme", "j_1")
                        .contact("1", "hologram", "2026-11-01T02:03:00Z")
                        .build(),
                Locale.ENGLISH,
                HONG_KONG);

        assertThat(told.summary()).contains("One contact: hologram. No channel switch.");
    }

    @Test
    void contactsThatAreNotTheCustomersAreToldAsWhatTheyAre() {
        var told = Explanation.of(
                journey("acme", "j_1")
                        .contact(contactOf("1", "phone", "2026-11-01T02:00:00Z")
                                .servedBy(null)
                                .abandonedAfter(61.0))
                        .contact(contactOf("2", "sms", "2026-11-01T02:01:00Z").role(Role.COMPANION))
                        .contact(contactOf("3", "email", "2026-11-01T02:02:00Z").role(Role.OUTBOUND))
                        .build(),
                Locale.ENGLISH,
                HONG_KONG);

        assertThat(told.steps())
                .extracting(step -> step.text().substring("1 Nov 2026 10:00: ".length()))
                .containsExactly(
                        "The customer contacted us via phone (bill payment)."
                                + " The customer waited 1 min and left unanswered.",
                        "A contact via text message ran beside it. A person answered. It took 1 min.",
                        "We contacted the customer via e-mail. A person answered. It took 1 min.");
    }

    @Test
    void whoLeftALaterQueueHadBeenAnswered() {
        var told = Explanation.of(
                journey("acme", "j_1")
                        .contact(contactOf("1", "phone", "2026-11-01T02:00:00Z").abandonedAfter(5.0))
                        .build(),
                Locale.ENGLISH,
                HONG_KONG);

        assertThat(told.steps().getFirst().text())
                .endsWith("A person answered after 5 s. Later the customer waited again and left.");
    }

    @Test
    void openJourneySaysUntilWhen() {
        var open = phoneToStore().lapsesAt("2026-11-08T02:00:00Z").build();

        assertThat(Explanation.of(open, Locale.ENGLISH, HONG_KONG).ending())
                .isEqualTo("The issue is still open."
                        + " Without a further contact it counts as lapsed from 8 Nov 2026 10:00.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "59.5, 1 min",
        "3599, 59 min",
        "3600, 1 h 0 min",
        "86399, 23 h 59 min",
        "86400, one day 0 h",
        "180000, 2 days 2 h",
        "-1, 0 s"
    })
    void lengthsOfTime(double seconds, String text) {
        assertThat(new Words(Locale.ENGLISH, HONG_KONG).duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictAndCauseHasWordsInEveryLanguage(Verdict verdict) {
        for (var language : Explanation.LANGUAGES) {
            for (var cause : Cause.values()) {
                var text = switchStep(phoneToStore().switched(verdict, cause).build(), language);
                assertThat(text).doesNotContain(verdict.name()).doesNotContain(cause.name());
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var english = ResourceBundle.getBundle(bundle(), Locale.ENGLISH).keySet();

        assertThat(ResourceBundle.getBundle(bundle(), CHINESE).keySet()).isEqualTo(english);
    }

    private static String bundle() {
        return Explanation.class.getPackageName() + ".explanation";
    }

    private static JourneyFixture phoneToStore() {
        return journey("acme", "j_1")
                .contact("1", "phone", "2026-11-01T02:00:00Z")
                .contact("2", "store", "2026-11-01T05:00:00Z");
    }

    private static String switchStep(Journey journey) {
        return switchStep(journey, Locale.ENGLISH);
    }

    private static String switchStep(Journey journey, Locale language) {
        return Explanation.of(journey, language, HONG_KONG).steps().stream()
                .filter(step -> step.kind() == Step.Kind.SWITCH)
                .map(Step::text)
                .findFirst()
                .orElseThrow();
    }
}
