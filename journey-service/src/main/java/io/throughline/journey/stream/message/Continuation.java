package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactSummary;
import java.time.Instant;
import java.util.Comparator;

/**
 * A contact that names another as the one before it.
 *
 * @param customerId whose it is by its own identifiers, or by a contact that continues it in turn
 */
public record Continuation(ContactRef contact, Instant startedAt, String customerId) {

    private record Start(Instant at, ContactRef contact) {}

    private static final Comparator<Start> ORDER =
            Comparator.comparing(Start::at).thenComparing(Start::contact);

    /** Whether it began after a contact: one that began before it does not continue it, whatever it names. */
    public boolean isAfter(ContactSummary before) {
        var start = new Start(before.life().startedAt(), before.key().ref());
        return ORDER.compare(new Start(startedAt, contact), start) > 0;
    }
}
