package io.throughline.journey.domain.contact;

import io.throughline.contracts.journey.ContactRef;
import java.time.Instant;
import java.util.Comparator;

/** When a contact began. The order is total: of two that began at once the one comes first whose name does. */
public record ContactStart(Instant at, ContactRef contact) implements Comparable<ContactStart> {

    private static final Comparator<ContactStart> ORDER =
            Comparator.comparing(ContactStart::at).thenComparing(ContactStart::contact);

    /** Of a contact that has happened. */
    public static ContactStart of(ContactSummary contact) {
        return new ContactStart(contact.life().startedAt(), contact.key().ref());
    }

    @Override
    public int compareTo(ContactStart other) {
        return ORDER.compare(this, other);
    }
}
