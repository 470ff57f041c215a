package io.throughline.contracts.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer's way through one issue: every contact about it, every switch judged. All times are event times (UTC).
 *
 * @param journeyId from its first contact: the same whatever the order of arrival
 * @param customerId whose it is
 * @param revision 1 for the first publication, one more for each change
 * @param status as of {@code asOf}
 * @param intent what it is about; null not known
 * @param caseIds the ids at the platforms, sorted
 * @param entryChannel channel of the first customer contact
 * @param exitChannel channel of the last customer contact
 * @param startedAt when the first contact began
 * @param endedAt when the last contact ended; null while one is open
 * @param resolution whether the issue was solved
 * @param lapsesAt from when an OPEN journey counts as LAPSED; null when it is RESOLVED
 * @param asOf its own latest event; where a later event of the customer shows that time alone can change nothing about it
 *     any more, the moment from which that is so
 * @param contacts by start, then source and contact id
 * @param switches by time; their changes are told only by the journey revision that made them
 * @param handovers by time
 * @param changes what this revision says differently from the one before; none in the first. Not compared (law 3)
 */
public record Journey(
        String tenant,
        String journeyId,
        String customerId,
        long revision,
        Status status,
        @Nullable String intent,
        List<String> caseIds,
        @Nullable String entryChannel,
        @Nullable String exitChannel,
        Instant startedAt,
        @Nullable Instant endedAt,
        Resolution resolution,
        @Nullable Instant lapsesAt,
        Instant asOf,
        List<JourneyContact> contacts,
        List<ChannelSwitch> switches,
        List<Handover> handovers,
        List<Change> changes) {

    /** Where a journey stands. */
    public enum Status {
        OPEN,
        RESOLVED,
        /** Neither solved nor continued in time. */
        LAPSED
    }

    public Journey {
        caseIds = List.copyOf(caseIds);
        contacts = List.copyOf(contacts);
        switches = List.copyOf(switches);
        handovers = List.copyOf(handovers);
        changes = Change.copyOf(changes);
    }

    /** The same journey under another revision number, its switches likewise. */
    public Journey withRevision(long other, List<ChannelSwitch> revised, List<Change> what) {
        return new Journey(
                tenant,
                journeyId,
                customerId,
                other,
                status,
                intent,
                caseIds,
                entryChannel,
                exitChannel,
                startedAt,
                endedAt,
                resolution,
                lapsesAt,
                asOf,
                contacts,
                revised,
                handovers,
                what);
    }
}
