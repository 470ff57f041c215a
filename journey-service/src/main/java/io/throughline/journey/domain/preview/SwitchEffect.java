package io.throughline.journey.domain.preview;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switch that other rules judge differently, or see where there was none, or no longer see.
 *
 * @param at when the second contact began
 * @param before by the present rules; null where they see no switch
 * @param after by the other rules; null where they see none
 */
public record SwitchEffect(
        String switchId,
        ContactRef fromContact,
        ContactRef toContact,
        String fromChannel,
        String toChannel,
        Instant at,
        @Nullable Judged before,
        @Nullable Judged after) {

    /** What rules say of a switch; fields as in {@link ChannelSwitch}. */
    public record Judged(
            String journeyId, Verdict verdict, @Nullable Cause cause, double probability, String ruleVersion) {

        static Judged of(ChannelSwitch one) {
            return new Judged(one.journeyId(), one.verdict(), one.cause(), one.probability(), one.ruleVersion());
        }

        /** Whether both say the same, by whichever version. */
        boolean agrees(Judged other) {
            return verdict == other.verdict && cause == other.cause && probability == other.probability;
        }
    }

    /** The effect on one switch; null where both rules agree. At least one of the two is there. */
    static @Nullable SwitchEffect of(@Nullable ChannelSwitch before, @Nullable ChannelSwitch after) {
        ChannelSwitch known = after == null ? before : after;
        Judged was = before == null ? null : Judged.of(before);
        Judged is = after == null ? null : Judged.of(after);
        if (known == null || (was != null && is != null && was.agrees(is))) {
            return null;
        }
        return new SwitchEffect(
                known.switchId(),
                known.fromContact(),
                known.toContact(),
                known.fromChannel(),
                known.toChannel(),
                known.at(),
                was,
                is);
    }
}
