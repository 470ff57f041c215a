package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ContactRef;
import java.util.Comparator;

/**
 * Names a contact.
 *
 * @param tenant whose it is
 * @param source which platform instance
 * @param contactId the platform's contact id, the {@code subject} of its events
 */
public record ContactKey(String tenant, String source, String contactId) implements Comparable<ContactKey> {

    private static final Comparator<ContactKey> ORDER = Comparator.comparing(ContactKey::tenant)
            .thenComparing(ContactKey::source)
            .thenComparing(ContactKey::contactId);

    /** The contact an event is about. */
    public static ContactKey of(ContactEvent event) {
        return new ContactKey(event.tenant(), event.source(), event.subject());
    }

    /** The name within the tenant, as published. */
    public ContactRef ref() {
        return new ContactRef(source, contactId);
    }

    @Override
    public int compareTo(ContactKey other) {
        return ORDER.compare(this, other);
    }
}
