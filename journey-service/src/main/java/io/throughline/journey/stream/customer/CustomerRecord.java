package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What stands on the customers' records: a small record for each contact, case fact, identifier and published name. */
final class CustomerRecord {

    /** The stage's store. */
    static final String STORE = "customers";

    static final String CONTACT = "contact";
    static final String CASE = "case";
    static final String PUBLISHED = "published";

    /** By customer and contact. */
    private final Groups<PlacedContact> contacts;

    /** By customer, case and event. */
    private final Groups<CaseFact> cases;

    /** By customer and identifier. */
    private final Groups<KnownIdentifier> identifiers;

    /** By customer, the contact that the name follows from, and name. */
    private final Groups<Published> published;

    CustomerRecord(KeyValueStore<String, byte[]> store) {
        contacts = new Groups<>(store, CONTACT, PlacedContact.class);
        cases = new Groups<>(store, CASE, CaseFact.class);
        identifiers = new Groups<>(store, "identifier", KnownIdentifier.class);
        published = new Groups<>(store, PUBLISHED, Published.class);
    }

    void put(String customer, PlacedContact contact, List<Published> brought) {
        contacts.put(customer, member(contact.summary().key().ref()), contact);
        brought.forEach(publication -> put(customer, publication));
    }

    /** Whether anything was ever published of a customer: of one that is new, nothing is kept. */
    boolean isKnown(String customer) {
        return published.get(
                        customer, name(null, Kind.IDENTITY, Keys.split(customer).getLast()))
                != null;
    }

    /** Of a new customer nothing is kept yet. */
    void begin(String customer) {
        contacts.begin(customer);
        cases.begin(customer);
        identifiers.begin(customer);
        published.begin(customer);
    }

    /** Removes a contact, and leaves what is published under the names that follow from it: that gets tombstones. */
    void forget(String customer, ContactRef contact) {
        contacts.remove(customer, member(contact));
    }

    /** Removes what is remembered of the names that follow from a contact, once they have got tombstones. */
    void forgetPublished(String customer, ContactRef contact) {
        published.removeAll(customer, contact.source(), contact.contactId());
    }

    /** Removes what is remembered of names that have got tombstones; that the customer is known, only if nothing is left. */
    void forgetTombstones(String customer) {
        boolean left = contacts.first(customer) != null
                || identifiers.first(customer) != null
                || cases.first(customer) != null;
        published.all(customer).stream()
                .filter(publication -> !publication.isAlive())
                .filter(publication -> publication.kind() != Kind.IDENTITY || !left)
                .forEach(gone -> published.remove(customer, name(gone.contact(), gone.kind(), gone.id())));
    }

    /** Removes a contact; what is published under the names that follow from it. */
    List<Published> remove(String customer, ContactRef contact) {
        contacts.remove(customer, member(contact));
        return published.removeAll(customer, contact.source(), contact.contactId());
    }

    void put(String customer, KnownIdentifier identifier) {
        identifiers.put(customer, Groups.member(identifier.type(), identifier.token()), identifier);
    }

    void removeIdentifier(String customer, String type, String token) {
        identifiers.remove(customer, Groups.member(type, token));
    }

    void put(String customer, CaseFact fact) {
        var event = fact.event();
        cases.put(customer, Groups.member(fact.caseId(), event.source(), event.id()), fact);
    }

    void removeCase(String customer, String caseId) {
        cases.removeAll(customer, caseId);
    }

    /** Remembers what was published. */
    void put(String customer, Published publication) {
        published.put(customer, name(publication.contact(), publication.kind(), publication.id()), publication);
    }

    List<PlacedContact> contacts(String customer) {
        return contacts.all(customer);
    }

    List<CaseFact> cases(String customer) {
        return cases.all(customer);
    }

    /** By type, then token. */
    List<KnownIdentifier> identifiers(String customer) {
        return identifiers.all(customer).stream()
                .sorted(Comparator.comparing(KnownIdentifier::type).thenComparing(KnownIdentifier::token))
                .toList();
    }

    List<Published> published(String customer) {
        return published.all(customer);
    }

    private static String member(ContactRef contact) {
        return Groups.member(contact.source(), contact.contactId());
    }

    private static String name(@Nullable ContactRef contact, Kind kind, String id) {
        return contact == null
                ? Groups.member("", "", kind.name(), id)
                : Groups.member(contact.source(), contact.contactId(), kind.name(), id);
    }
}
