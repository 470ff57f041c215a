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
 * @param asOf the latest event time known of this customer
 * @param contacts by start, then source and contact id
 * @param switches by time
 * @param handovers by time
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
        List<Handover> handovers) {

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
    }
}
