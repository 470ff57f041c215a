package io.throughline.journey.readmodel;

import io.throughline.contracts.journey.Journey;
import java.time.Instant;

/** A journey's status moves with time although no event comes. */
public final class JourneyStatus {

    private JourneyStatus() {}

    /**
     * The journey with its status as of a time: what was published OPEN is LAPSED from {@code lapsesAt} on. Other
     * statuses do not depend on the time.
     */
    public static Journey asOf(Journey journey, Instant now) {
        var lapsesAt = journey.lapsesAt();
        boolean lapsed = journey.status() == Journey.Status.OPEN && lapsesAt != null && !now.isBefore(lapsesAt);
        return lapsed ? withStatus(journey, Journey.Status.LAPSED) : journey;
    }

    private static Journey withStatus(Journey journey, Journey.Status status) {
        return new Journey(
                journey.tenant(),
                journey.journeyId(),
                journey.customerId(),
                journey.revision(),
                status,
                journey.intent(),
                journey.caseIds(),
                journey.entryChannel(),
                journey.exitChannel(),
                journey.startedAt(),
                journey.endedAt(),
                journey.resolution(),
                journey.lapsesAt(),
                journey.asOf(),
                journey.contacts(),
                journey.switches(),
                journey.handovers(),
                journey.changes());
    }
}
