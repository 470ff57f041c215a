package io.throughline.contracts.journey;

import java.time.Instant;
import java.util.List;

/**
 * A customer was erased: nothing of what was known is left in journey-service, and what it had published got tombstones.
 *
 * @param receiptId of the request
 * @param customerId whom it named; the same id can come to be again when the person contacts the business anew
 * @param requestedAt when it was asked for, by the clock of journey-service
 * @param doneAt when nothing was left, by the same clock
 * @param contacts how many contacts are gone; whatever comes of them again is refused
 * @param events how many of their events
 * @param identifiers how many identifiers are gone
 * @param journeys the ids of the journeys that are gone, sorted
 * @param switches how many channel switches are gone
 */
public record CustomerErasure(
        String tenant,
        String receiptId,
        String customerId,
        Instant requestedAt,
        Instant doneAt,
        int contacts,
        long events,
        int identifiers,
        List<String> journeys,
        int switches) {

    public CustomerErasure {
        journeys = List.copyOf(journeys);
    }
}
