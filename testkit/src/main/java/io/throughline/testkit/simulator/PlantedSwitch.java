package io.throughline.testkit.simulator;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel switch that the month was written to contain.
 *
 * @param from the contact left
 * @param to the contact begun instead
 * @param verdict what the decision procedure says of it
 * @param cause what forced it; null unless the verdict is FORCED or FORCED_WITH_CONSENT
 * @param proven whether a single event of the contact left proves force; a customer's word or two hints do not
 */
public record PlantedSwitch(
        ContactRef from,
        ContactRef to,
        String fromChannel,
        String toChannel,
        Verdict verdict,
        @Nullable Cause cause,
        boolean proven) {

    private static final Set<Cause> STRAIGHTFORWARD = Set.of(
            Cause.REDIRECTED_BY_AGENT,
            Cause.REDIRECTED_BY_BOT_OR_SITE,
            Cause.TRANSFERRED_TO_OTHER_CHANNEL,
            Cause.CHANNEL_CLOSED,
            Cause.BOT_DEAD_END,
            Cause.SELF_SERVICE_DEAD_END,
            Cause.LONG_WAIT);

    /** Whether the business made it, with or without the customer's consent. */
    public boolean forced() {
        return verdict == Verdict.FORCED || verdict == Verdict.FORCED_WITH_CONSENT;
    }

    /** Whether it is proven, and by one of the causes that every installation must find from the first day on. */
    public boolean straightforward() {
        return proven && cause != null && STRAIGHTFORWARD.contains(cause);
    }
}
