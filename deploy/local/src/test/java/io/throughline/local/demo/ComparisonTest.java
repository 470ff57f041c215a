package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import io.throughline.local.demo.Comparison.CauseCount;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import io.throughline.testkit.journey.SampleSwitch;
import io.throughline.testkit.simulator.PlantedIssue;
import io.throughline.testkit.simulator.PlantedSwitch;
import io.throughline.testkit.simulator.Truth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String SOURCE = "/source";

    @Test
    void countsFoundMissedAndFalseOnes() {
        var truth = truth(
                planted("a", "b", Verdict.FORCED, Cause.LONG_WAIT),
                planted("b", "c", Verdict.FORCED_WITH_CONSENT, Cause.CHANNEL_CLOSED),
                planted("d", "e", Verdict.FORCED, Cause.LONG_WAIT),
                planted("f", "g", Verdict.VOLUNTARY, null));
        var comparison = Comparison.of(
                truth,
                List.of(
                        found("a", "b", Verdict.FORCED, Cause.LONG_WAIT),
                        found("b", "c", Verdict.FORCED, Cause.BOT_DEAD_END),
                        found("d", "e", Verdict.UNDETERMINED, null),
                        found("f", "g", Verdict.FORCED, Cause.LONG_WAIT),
                        found("x", "y", Verdict.FORCED_WITH_CONSENT, Cause.LONG_WAIT),
                        found("b", "a", Verdict.VOLUNTARY, null)));
        assertThat(comparison.planted()).isEqualTo(3);
        assertThat(comparison.found()).isEqualTo(2);
        assertThat(comparison.rightCause()).isEqualTo(1);
        assertThat(comparison.falseForced()).isEqualTo(2);
        assertThat(comparison.recall()).isEqualTo(2.0 / 3);
        assertThat(comparison.precision()).isEqualTo(0.5);
        assertThat(comparison.byCause())
                .isEqualTo(Map.of(Cause.LONG_WAIT, new CauseCount(2, 1), Cause.CHANNEL_CLOSED, new CauseCount(1, 1)));
        assertThat(comparison.verdicts())
                .isEqualTo(Map.of(
                        Verdict.FORCED, 3L,
                        Verdict.FORCED_WITH_CONSENT, 1L,
                        Verdict.VOLUNTARY, 1L,
                        Verdict.UNDETERMINED, 1L));
    }

    @Test
    void theSameContactsInTheOtherOrderAreAnotherSwitch() {
        var comparison = Comparison.of(
                truth(planted("a", "b", Verdict.FORCED, Cause.LONG_WAIT)),
                List.of(found("b", "a", Verdict.FORCED, Cause.LONG_WAIT)));
        assertThat(comparison.found()).isZero();
        assertThat(comparison.falseForced()).isEqualTo(1);
    }

    @Test
    void nothingPlantedAndNothingFoundIsNoFault() {
        var comparison = Comparison.of(truth(), List.of());
        assertThat(comparison.recall()).isEqualTo(1);
        assertThat(comparison.precision()).isEqualTo(1);
    }

    private static Truth truth(PlantedSwitch... switches) {
        var issue = new PlantedIssue("story", "1", "refund", List.of(), true, false, 2, List.of(switches), null);
        return new Truth(1, List.of(issue));
    }

    private static PlantedSwitch planted(String from, String to, Verdict verdict, @Nullable Cause cause) {
        return new PlantedSwitch(ref(from), ref(to), "chat", "phone", verdict, cause, cause != null);
    }

    private static ChannelSwitch found(String from, String to, Verdict verdict, @Nullable Cause cause) {
        return SampleJourney.journey("j_1")
                .contact(SampleContact.on("chat").named(SOURCE, from))
                .contact(SampleContact.on("phone").named(SOURCE, to))
                .switched(SampleSwitch.judged(verdict).because(cause))
                .build()
                .switches()
                .getFirst();
    }

    private static ContactRef ref(String contact) {
        return new ContactRef(SOURCE, contact);
    }
}
