package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactStart;
import io.throughline.journey.domain.contact.ContactSummary;
import java.time.Instant;

/**
 * A contact that names another as the one before it.
 *
 * @param customerId whose it is by its own identifiers, or by a contact that continues it in turn
 */
public record Continuation(ContactRef contact, Instant startedAt, String customerId) {

    /** Whether it began after a contact: one that began before it does not continue it, whatever it names. */
    public boolean isAfter(ContactSummary before) {
        return new ContactStart(startedAt, contact).compareTo(ContactStart.of(before)) > 0;
    }
}
