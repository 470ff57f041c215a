package io.throughline.journey.api;

import io.throughline.journey.readmodel.ErasureRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request to erase a customer.
 *
 * @param href where to ask again
 * @param doneAt when nothing was left; null while it is under way, as are the fields after it
 * @param contacts how many contacts were erased
 * @param events how many of their events
 * @param identifiers how many identifiers
 * @param journeys ids of the journeys that got tombstones on {@code contact.journeys}, sorted
 * @param switches how many switches got tombstones
 */
public record Receipt(
        String receiptId,
        String href,
        String customerId,
        State state,
        Instant requestedAt,
        @Nullable Instant doneAt,
        @Nullable Integer contacts,
        @Nullable Long events,
        @Nullable Integer identifiers,
        @Nullable List<String> journeys,
        @Nullable Integer switches) {

    /** How far a request is. */
    public enum State {
        /** It will be done; nothing more is needed. */
        REQUESTED,
        DONE
    }

    static Receipt requested(String receiptId, String customerId, Instant at) {
        return new Receipt(
                receiptId, href(receiptId), customerId, State.REQUESTED, at, null, null, null, null, null, null);
    }

    static Receipt of(ErasureRow row) {
        return new Receipt(
                row.receiptId,
                href(row.receiptId),
                row.customerId,
                row.doneAt == null ? State.REQUESTED : State.DONE,
                row.requestedAt,
                row.doneAt,
                row.contacts,
                row.events,
                row.identifiers,
                row.journeys == null ? null : List.of(row.journeys),
                row.switches);
    }

    private static String href(String receiptId) {
        return "/v1/erasures/" + receiptId;
    }
}
