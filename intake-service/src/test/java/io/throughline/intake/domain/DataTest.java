package io.throughline.intake.domain;

import static io.throughline.intake.domain.Documents.LIMITS;
import static io.throughline.intake.domain.Documents.event;
import static io.throughline.intake.domain.EnvelopeTest.accepted;
import static io.throughline.intake.domain.EnvelopeTest.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.event.TransferKind;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Reading.Accepted;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {

    private static final Map<String, String> PHONE = Map.of("type", "phone", "value", "+852 2345 6789");
    private static final Map<String, String> EMAIL = Map.of("type", "email", "value", "ann@example.com");

    @Test
    void readsEveryGeneralField() {
        var data = new HashMap<String, Object>();
        data.put("channel", "chat");
        data.put("identifiers", List.of(PHONE));
        data.put("direction", "inbound");
        data.put("initiation", "callback");
        data.put("intent", "refund");
        data.put("caseId", "case-1");
        data.put("references", List.of("o-1", "o-2"));
        data.put("previousContactId", "c-0");
        data.put("relatedContactId", "c-9");
        data.put("market", "HK");
        data.put("language", "zh-Hant");
        data.put("queue", "q");
        data.put("agentId", "a");
        data.put("site", "kowloon");
        data.put("segment", "gold");

        assertThat(accepted(event("contact.started", data)).data().context())
                .isEqualTo(new ContactContext(
                        "chat",
                        List.of(Identifier.raw("phone", "+852 2345 6789")),
                        Direction.INBOUND,
                        Initiation.CALLBACK,
                        "refund",
                        "case-1",
                        List.of("o-1", "o-2"),
                        "c-0",
                        "c-9",
                        "HK",
                        "zh-Hant",
                        "q",
                        "a",
                        "kowloon",
                        "gold"));
    }

    @Test
    void aBeginningNeedsItsChannelAndOtherEventsDoNot() {
        assertThat(problems(event("contact.started", Map.of())))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("data.channel", Kind.MISSING));
        assertThat(ContactEvents.read(event("contact.queued", Map.of()), LIMITS))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void namesAWrongChannelOnce() {
        assertThat(problems(event("contact.started", Map.of("channel", List.of()))))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("data.channel", Kind.WRONG_TYPE));
    }

    @Test
    void acceptsAChannelThatTheCatalogueDoesNotHave() {
        assertThat(accepted(event("contact.started", Map.of("channel", "hologram")))
                        .data()
                        .context()
                        .channel())
                .isEqualTo("hologram");
    }

    /** Each word list of the contract: words that are allowed, and one that is a word elsewhere only. */
    @ParameterizedTest
    @CsvSource({
        "contact.answered, by, human bot, agent",
        "contact.message, from, customer agent bot, system",
        "contact.self_service_failed, reason, fallback error rejected no_result, closed",
        "contact.redirected, by, agent bot ivr site policy, customer",
        "contact.unavailable, reason, closed holiday overload outage decommissioned not_offered, fallback",
        "contact.callback_offered, by, customer system, agent",
        "contact.callback_requested, by, customer system, agent",
        "contact.transferred, by, agent bot system customer, policy",
        "contact.transferred, kind, warm blind queue external, cold",
        "contact.sla_breached, sla, first_response next_response, resolution",
        "contact.dropped, reason, telecom agent_network system customer_network idle_timeout, boredom",
        "contact.ended, endedBy, customer agent bot system, ivr",
        "contact.ended, outcome, resolved unresolved unknown, done",
        "contact.started, direction, inbound outbound, sideways",
        "contact.started, initiation, customer callback appointment transfer outbound api survey monitor, agent"
    })
    void takesTheWordsOfTheContractOnly(String type, String field, String allowed, String other) {
        for (String word : allowed.split(" ")) {
            assertThat(ContactEvents.read(event(type, Map.of("channel", "phone", field, word)), LIMITS))
                    .as(word)
                    .isInstanceOf(Accepted.class);
        }
        for (String word : List.of(other, allowed.split(" ")[0].toUpperCase(java.util.Locale.ROOT))) {
            assertThat(problems(event(type, Map.of("channel", "phone", field, word))))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.field()).isEqualTo("data." + field);
                        assertThat(problem.kind()).isEqualTo(Kind.NOT_ALLOWED);
                        assertThat(problem.remedy())
                                .contains(allowed.split(" "))
                                .doesNotContain(other);
                    });
        }
    }

    /** Both sides of each limit. */
    @ParameterizedTest
    @CsvSource({
        "contact.abandoned, waitSeconds, 0, -0.001",
        "contact.abandoned, waitSeconds, 34560000, 34560001",
        "contact.queued, estimatedWaitSeconds, 0, -1",
        "contact.intent_detected, confidence, 0, -0.01",
        "contact.intent_detected, confidence, 1, 1.01",
        "contact.authentication_failed, attempts, 1, 0",
        "survey.answered, score, 1, 0.99",
        "survey.answered, score, 5, 5.01",
        "survey.answered, contactsNeeded, 0, -1"
    })
    void keepsNumbersInRange(String type, String field, double good, double bad) {
        var survey = Map.of("survey", "csat");
        assertThat(ContactEvents.read(event(type, plus(survey, field, good)), LIMITS))
                .isInstanceOf(Accepted.class);
        assertThat(problems(event(type, plus(survey, field, bad))))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("data." + field, Kind.OUT_OF_RANGE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN, 1e300})
    void refusesNumbersBeyondAnyMeaning(double number) {
        assertThat(problems(event("contact.abandoned", Map.of("waitSeconds", number))))
                .extracting(Problem::kind)
                .containsExactly(Kind.OUT_OF_RANGE);
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPointButNotWithAFraction() {
        assertThat(((ContactData.AuthenticationFailed)
                                accepted(event("contact.authentication_failed", Map.of("attempts", 2.0)))
                                        .data())
                        .attempts())
                .isEqualTo(2);
        assertThat(problems(event("contact.authentication_failed", Map.of("attempts", 2.5))))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("data.attempts", Kind.WRONG_TYPE));
    }

    @Test
    void readsAnEnd() {
        var data = accepted(event(
                        "contact.ended",
                        Map.of(
                                "endedBy", "agent",
                                "outcome", "unresolved",
                                "disposition", "CALL_BACK",
                                "durations", Map.of("queue", 12, "talk", 200.5, "hold", 0, "wrap", 31))))
                .data();

        assertThat(data)
                .isEqualTo(new ContactData.Ended(
                        ContactContext.EMPTY,
                        Party.AGENT,
                        Outcome.UNRESOLVED,
                        "CALL_BACK",
                        new Durations(12.0, 200.5, 0.0, 31.0)));
    }

    @Test
    void readsATransfer() {
        var data = accepted(event(
                        "contact.transferred",
                        Map.of(
                                "toContactId", "c-2",
                                "toChannel", "phone",
                                "toQueue", "billing",
                                "by", "agent",
                                "kind", "warm",
                                "reason", "language")))
                .data();

        assertThat(data)
                .isEqualTo(new ContactData.Transferred(
                        ContactContext.EMPTY, "c-2", "phone", "billing", Party.AGENT, TransferKind.WARM, "language"));
    }

    @Test
    void namesAFieldDeepInside() {
        assertThat(problems(event("contact.ended", Map.of("durations", Map.of("talk", "long", "hold", -1)))))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("data.durations.talk", "data.durations.hold");
        assertThat(problems(event("contact.queued", Map.of("identifiers", List.of(PHONE, Map.of("value", "x"))))))
                .extracting(Problem::field)
                .containsExactly("data.identifiers[1].type");
    }

    @Test
    void anIdentifierWithoutAValueSaysNothingButAMisnamedOneIsAnError() {
        var empty = new HashMap<String, Object>();
        empty.put("type", "phone");
        empty.put("value", null);
        assertThat(accepted(event("contact.queued", Map.of("identifiers", List.of(empty, EMAIL))))
                        .data()
                        .context()
                        .identifiers())
                .containsExactly(Identifier.raw("email", "ann@example.com"));
        assertThat(problems(event(
                        "contact.queued", Map.of("identifiers", List.of(Map.of("type", "phone", "number", "1"))))))
                .extracting(Problem::field)
                .containsExactly("data.identifiers[0].value");
    }

    @Test
    void boundsLists() {
        assertThat(ContactEvents.read(
                        event("contact.queued", Map.of("references", Collections.nCopies(50, "o"))), LIMITS))
                .isInstanceOf(Accepted.class);
        assertThat(problems(event("contact.queued", Map.of("references", Collections.nCopies(51, "o")))))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("data.references", Kind.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void anIdentityLinkNeedsExactlyTwoIdentifiers(int count) {
        var identifiers = Collections.nCopies(count, PHONE);
        assertThat(problems(event("identity.linked", Map.of("identifiers", identifiers))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("data.identifiers");
                    assertThat(problem.remedy()).contains("exactly two");
                });
    }

    @Test
    void readsIdentityLinks() {
        assertThat(accepted(event(
                                "identity.unlinked", Map.of("identifiers", List.of(PHONE, EMAIL), "reason", "mistake")))
                        .data())
                .isEqualTo(new IdentityData.Unlinked(
                        List.of(Identifier.raw("phone", "+852 2345 6789"), Identifier.raw("email", "ann@example.com")),
                        "mistake"));
    }

    @Test
    void readsASurveyAnswer() {
        var data = (SurveyData.Answered) accepted(event(
                        "survey.answered",
                        Map.of(
                                "survey",
                                "csat",
                                "score",
                                0,
                                "scaleMin",
                                0,
                                "scaleMax",
                                1,
                                "resolved",
                                true,
                                "choseSwitch",
                                false,
                                "respondent",
                                "staff",
                                "comment",
                                "x".repeat(4_000))))
                .data();

        assertThat(data.score()).isZero();
        assertThat(data.resolved()).isTrue();
        assertThat(data.choseSwitch()).isFalse();
        assertThat(data.comment()).hasSize(4_000);
    }

    @Test
    void aSurveysCommentMayBeLongerThanOtherTextsButNotEndless() {
        assertThat(problems(event("survey.answered", Map.of("survey", "nps", "comment", "x".repeat(4_001)))))
                .extracting(Problem::field)
                .containsExactly("data.comment");
    }

    @ParameterizedTest
    @CsvSource({"csat, 1, 5, 6", "ces, 1, 7, 8", "nps, 0, 10, 11"})
    void aKnownSurveyHasItsUsualScale(String survey, double lowest, double highest, double tooHigh) {
        for (double good : List.of(lowest, highest)) {
            assertThat(ContactEvents.read(event("survey.answered", Map.of("survey", survey, "score", good)), LIMITS))
                    .isInstanceOf(Accepted.class);
        }
        for (double bad : List.of(lowest - 1, tooHigh)) {
            assertThat(problems(event("survey.answered", Map.of("survey", survey, "score", bad))))
                    .extracting(Problem::field)
                    .containsExactly("data.score");
        }
    }

    @Test
    void aTenantsOwnSurveyMayScoreAsItLikes() {
        assertThat(ContactEvents.read(event("survey.answered", Map.of("survey", "smiles", "score", -3)), LIMITS))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aScaleNeedsItsEndsInOrder() {
        assertThat(problems(
                        event("survey.answered", Map.of("survey", "csat", "score", 3, "scaleMin", 5, "scaleMax", 5))))
                .extracting(Problem::field)
                .containsExactly("data.scaleMax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey.offered", "survey.answered"})
    void aSurveyNeedsItsName(String type) {
        assertThat(problems(event(type, Map.of()))).extracting(Problem::field).containsExactly("data.survey");
    }

    /** Whoever adds a type to the contract must come by here. */
    @Test
    void readsEveryTypeOfTheContract() {
        Arrays.stream(io.throughline.contracts.event.EventType.values()).forEach(type -> {
            var name = type.type().substring("io.throughline.".length());
            var data = Map.of("channel", "phone", "survey", "csat", "identifiers", List.of(PHONE, EMAIL));
            assertThat(accepted(event(name, data)).data()).as(name).isInstanceOf(type.dataClass());
        });
    }

    private static Map<String, Object> plus(Map<String, ?> map, String field, Object value) {
        var more = new HashMap<String, Object>(map);
        more.put(field, value);
        return more;
    }
}
