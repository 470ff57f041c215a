package io.throughline.contracts.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two consecutive contacts of a journey in different channels, and whose doing that was.
 *
 * @param switchId from its two contacts: the same whatever the order of arrival
 * @param at when the second contact began
 * @param verdict the judgement, the customer's own answer included
 * @param cause why it was forced; null unless the verdict is FORCED or FORCED_WITH_CONSENT
 * @param causeDetail what distinguishes it within the cause, e.g. {@code fallback}; null where nothing does
 * @param probability that it was forced, 0..1
 * @param evidence every item found, in order of time, then event
 * @param ruleVersion the version of the tenant's rules that judged
 * @param customerSaid the customer's own answer: true "I chose to", false "I was made to", null not asked
 * @param eventVerdict what the events alone say; differs from verdict only where customerSaid overrides
 * @param otherPerson whether the second contact was by another person of the same case
 * @param intent of the journey; null not known
 * @param market of the first contact; null not known
 * @param revision 1 for the first publication, one more for each change
 * @param changes what this revision says differently from the one before; none in the first. Not compared (law 3)
 */
public record ChannelSwitch(
        String tenant,
        String switchId,
        String journeyId,
        String customerId,
        ContactRef fromContact,
        ContactRef toContact,
        String fromChannel,
        String toChannel,
        Instant at,
        Verdict verdict,
        @Nullable Cause cause,
        @Nullable String causeDetail,
        double probability,
        List<Evidence> evidence,
        String ruleVersion,
        @Nullable Boolean customerSaid,
        Verdict eventVerdict,
        boolean otherPerson,
        @Nullable String intent,
        @Nullable String market,
        long revision,
        List<Change> changes) {

    public ChannelSwitch {
        evidence = List.copyOf(evidence);
        changes = Change.copyOf(changes);
    }

    /** The same switch under another revision number, with nothing said of changes. */
    public ChannelSwitch withRevision(long other) {
        return withRevision(other, List.of());
    }

    /** The same switch under another revision number. */
    public ChannelSwitch withRevision(long other, List<Change> what) {
        return new ChannelSwitch(
                tenant,
                switchId,
                journeyId,
                customerId,
                fromContact,
                toContact,
                fromChannel,
                toChannel,
                at,
                verdict,
                cause,
                causeDetail,
                probability,
                evidence,
                ruleVersion,
                customerSaid,
                eventVerdict,
                otherPerson,
                intent,
                market,
                other,
                what);
    }
}
