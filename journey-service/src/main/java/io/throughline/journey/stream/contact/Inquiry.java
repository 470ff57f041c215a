package io.throughline.journey.stream.contact;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.Whose.Continued;
import io.throughline.journey.domain.identity.Whose.Identified;
import io.throughline.journey.stream.message.ContactMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a contact has asked whose it is, and what they said. Whoever is asked tells every later change too, until told
 * to forget the contact.
 */
record Inquiry(List<AskedIdentifier> identifiers, List<AskedContact> contacts) {

    static final Inquiry NONE = new Inquiry(List.of(), List.of());

    Inquiry {
        identifiers = List.copyOf(identifiers);
        contacts = List.copyOf(contacts);
    }

    /** @param customerId null unless answered, and where the identifier is nobody's */
    record AskedIdentifier(IdentifierToken identifier, boolean answered, @Nullable String customerId) {}

    /**
     * @param startedAt null unless answered, and where no event of the contact has come
     * @param customerId null unless answered, and while the contact does not know
     * @param recordOf the same: on whose record it stands
     */
    record AskedContact(
            ContactRef contact,
            boolean answered,
            @Nullable Instant startedAt,
            @Nullable String customerId,
            @Nullable String recordOf) {}

    boolean asked(IdentifierToken identifier) {
        return identifiers.stream().anyMatch(asked -> asked.identifier.equals(identifier));
    }

    boolean asked(ContactRef contact) {
        return contacts.stream().anyMatch(asked -> asked.contact.equals(contact));
    }

    Identified said(IdentifierToken identifier) {
        return identifiers.stream()
                .filter(asked -> asked.answered && asked.identifier.equals(identifier))
                .<Identified>map(asked -> new Identified.Answered(asked.customerId))
                .findFirst()
                .orElseGet(Identified.Unanswered::new);
    }

    Continued said(ContactRef contact) {
        return contacts.stream()
                .filter(asked -> asked.answered && asked.contact.equals(contact))
                .map(asked -> asked.startedAt == null
                        ? new Continued.Absent()
                        : new Continued.Answered(asked.startedAt, asked.customerId, asked.recordOf))
                .findFirst()
                .orElseGet(Continued.Unanswered::new);
    }

    /** What an identifier is taken to say, until it says otherwise. */
    Inquiry assuming(IdentifierToken identifier, @Nullable String customerId) {
        var all = new ArrayList<>(identifiers);
        all.add(new AskedIdentifier(identifier, true, customerId));
        return new Inquiry(all, contacts);
    }

    /** An identifier answered; nothing changes when it was not asked, or not any more. */
    Inquiry answered(IdentifierToken identifier, @Nullable String customerId) {
        return new Inquiry(
                identifiers.stream()
                        .map(asked -> asked.identifier.equals(identifier)
                                ? new AskedIdentifier(identifier, true, customerId)
                                : asked)
                        .toList(),
                contacts);
    }

    /** A contact answered; nothing changes when it was not asked, or not any more. */
    Inquiry answered(ContactMessage.ContactIs said) {
        return new Inquiry(
                identifiers,
                contacts.stream()
                        .map(asked -> asked.contact.equals(said.contact())
                                ? new AskedContact(
                                        said.contact(), true, said.startedAt(), said.customerId(), said.recordOf())
                                : asked)
                        .toList());
    }

    /** These are asked too. */
    Inquiry asking(Collection<IdentifierToken> moreIdentifiers, Collection<ContactRef> moreContacts) {
        var allIdentifiers = new ArrayList<>(identifiers);
        moreIdentifiers.forEach(identifier -> allIdentifiers.add(new AskedIdentifier(identifier, false, null)));
        var allContacts = new ArrayList<>(contacts);
        moreContacts.forEach(contact -> allContacts.add(new AskedContact(contact, false, null, null, null)));
        return new Inquiry(allIdentifiers, allContacts);
    }

    /** Only these are still asked. */
    Inquiry only(Collection<IdentifierToken> neededIdentifiers, Collection<ContactRef> neededContacts) {
        return new Inquiry(
                identifiers.stream()
                        .filter(asked -> neededIdentifiers.contains(asked.identifier))
                        .toList(),
                contacts.stream()
                        .filter(asked -> neededContacts.contains(asked.contact))
                        .toList());
    }
}
