package io.throughline.journey.domain.preview;

import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.preview.Totals.Change;
import io.throughline.journey.domain.preview.Totals.Share;
import io.throughline.journey.domain.preview.Totals.ShareChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static final Effect.Span ALWAYS = new Effect.Span(null, null);
    private static final Evidence PROOF =
            new Evidence("/test/acme", "e", "F2", Evidence.Strength.P, Instant.parse("2026-03-01T00:00:00Z"), null);

    @Test
    void whatRulesAgreeOnIsNoEffect() {
        var effect = Effect.of(List.of(chatThenCall(Verdict.FORCED)), List.of(chatThenCall(Verdict.FORCED)), ALWAYS);
        assertThat(effect.switches()).isEmpty();
        assertThat(effect.journeys()).isEmpty();
    }

    @Test
    void aSwitchJudgedDifferentlyIsToldFromWhatToWhat() {
        var effect =
                Effect.of(List.of(chatThenCall(Verdict.UNDETERMINED)), List.of(chatThenCall(Verdict.FORCED)), ALWAYS);
        assertThat(effect.switches()).singleElement().satisfies(one -> {
            assertThat(one.before().verdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(one.after().verdict()).isEqualTo(Verdict.FORCED);
        });
    }

    @Test
    void journeysAreSplitJoinedRegroupedOrLoseContacts() {
        assertThat(kinds(List.of(of("a", "b")), List.of(of("a"), of("b"))))
                .containsExactly(tuple(JourneyEffect.Kind.SPLIT, List.of("j_a"), List.of("j_a", "j_b")));
        assertThat(kinds(List.of(of("a"), of("b")), List.of(of("a", "b"))))
                .containsExactly(tuple(JourneyEffect.Kind.JOINED, List.of("j_a", "j_b"), List.of("j_a")));
        assertThat(kinds(List.of(of("a", "b"), of("c")), List.of(of("a"), of("b", "c"))))
                .containsExactly(tuple(JourneyEffect.Kind.REGROUPED, List.of("j_a", "j_c"), List.of("j_a", "j_b")));
        assertThat(kinds(List.of(of("a", "b"), of("c")), List.of(of("a"))))
                .containsExactlyInAnyOrder(
                        tuple(JourneyEffect.Kind.CONTACTS, List.of("j_a"), List.of("j_a")),
                        tuple(JourneyEffect.Kind.CONTACTS, List.of("j_c"), List.of()));
        assertThat(kinds(List.of(of("a"), of("b")), List.of(of("a"), of("b")))).isEmpty();
    }

    @Test
    void aSpanHoldsItsBeginningAndNotItsEnd() {
        var second = "2026-03-01T01:00:00Z";
        assertThat(changed(second, "2026-03-01T02:00:00Z")).isEqualTo(1);
        assertThat(changed("2026-03-01T01:00:01Z", "2026-03-01T02:00:00Z")).isZero();
        assertThat(changed("2026-03-01T00:00:00Z", second)).isZero();
    }

    @Test
    void totalsAddUpCustomers() {
        var totals = new Totals();
        totals.addCustomer();
        totals.addCustomer();
        totals.addCustomer();
        totals.add(
                Effect.of(List.of(chatThenCall(Verdict.UNDETERMINED)), List.of(chatThenCall(Verdict.FORCED)), ALWAYS));
        totals.add(
                Effect.of(List.of(chatThenCall(Verdict.VOLUNTARY)), List.of(chatThenCall(Verdict.VOLUNTARY)), ALWAYS));
        totals.add(Effect.of(List.of(of("a"), of("b")), List.of(of("a", "b")), ALWAYS));
        var summary = totals.summary();
        assertThat(summary.customers()).isEqualTo(3);
        assertThat(summary.journeys()).isEqualTo(new Change(4, 3));
        assertThat(summary.switchesByVerdict())
                .isEqualTo(Map.of(
                        "FORCED", new Change(0, 1),
                        "UNDETERMINED", new Change(1, 0),
                        "VOLUNTARY", new Change(1, 1)));
        assertThat(summary.switchesByCause()).isEqualTo(Map.of("REDIRECTED_BY_BOT_OR_SITE", new Change(0, 1)));
        assertThat(summary.changedSwitches()).isEqualTo(1);
        assertThat(summary.changedJourneys()).isEqualTo(Map.of(JourneyEffect.Kind.JOINED, 1L));
        assertThat(summary.forcedStrict()).isEqualTo(new ShareChange(new Share(0, 1), new Share(1, 2)));
        assertThat(summary.forcedProbable()).isEqualTo(new ShareChange(new Share(0, 1), new Share(1, 2)));
    }

    private static int changed(String from, String to) {
        var span = new Effect.Span(Instant.parse(from), Instant.parse(to));
        return Effect.of(List.of(chatThenCall(Verdict.UNDETERMINED)), List.of(chatThenCall(Verdict.FORCED)), span)
                .switches()
                .size();
    }

    private static List<Tuple> kinds(List<Journey> before, List<Journey> after) {
        return Effect.of(before, after, ALWAYS).journeys().stream()
                .map(effect -> tuple(effect.kind(), effect.before(), effect.after()))
                .toList();
    }

    private static Journey of(String... contacts) {
        var journey = journey("acme", "j_" + contacts[0]);
        for (var contact : contacts) {
            journey.contact(contact, "phone", "2026-03-01T00:00:00Z");
        }
        return journey.build();
    }

    private static Journey chatThenCall(Verdict verdict) {
        return journey("acme", "j_chat")
                .contact("chat", "chatbot", "2026-03-01T00:00:00Z")
                .contact("call", "phone", "2026-03-01T01:00:00Z")
                .switched(verdict, verdict == Verdict.FORCED ? Cause.REDIRECTED_BY_BOT_OR_SITE : null, PROOF)
                .build();
    }
}
