package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.message.Published;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** What stands on the customers' records: a small record for each contact, case fact, identifier and published name. */
final class CustomerRecord {

    /** The stage's store. */
    static final String STORE = "customers";

    static final String CONTACT = "contact";
    static final String CASE = "case";
    static final String PUBLISHED = "published";

    /** By customer and contact. */
    private final Records<PlacedContact> contacts;

    /** By customer, case and event. */
    private final Records<CaseFact> cases;

    /** By customer and identifier. */
    private final Records<KnownIdentifier> identifiers;

    /** By customer, the contact that the name follows from, and name. */
    private final Records<Published> published;

    CustomerRecord(KeyValueStore<String, byte[]> store) {
        contacts = new Records<>(store, CONTACT, PlacedContact.class);
        cases = new Records<>(store, CASE, CaseFact.class);
        identifiers = new Records<>(store, "identifier", KnownIdentifier.class);
        published = new Records<>(store, PUBLISHED, Published.class);
    }

    void put(String customer, PlacedContact contact, List<Published> brought) {
        contacts.put(contactKey(customer, contact.summary().key().ref()), contact);
        brought.forEach(publication -> put(customer, publication));
    }

    /** Removes a contact, and leaves what is published under the names that follow from it: that gets tombstones. */
    void forget(String customer, ContactRef contact) {
        contacts.delete(contactKey(customer, contact));
    }

    /** Removes what is remembered of the names that follow from a contact, once they have got tombstones. */
    void forgetPublished(String customer, ContactRef contact) {
        published.removeAllUnder(contactKey(customer, contact));
    }

    /** Removes what is remembered of names that have got tombstones. */
    void forgetTombstones(String customer) {
        published.allUnder(customer).stream()
                .filter(publication -> !publication.isAlive())
                .forEach(publication -> published.delete(publishedKey(customer, publication)));
    }

    /** Removes a contact; what is published under the names that follow from it. */
    List<Published> remove(String customer, ContactRef contact) {
        contacts.delete(contactKey(customer, contact));
        return published.removeAllUnder(contactKey(customer, contact));
    }

    void put(String customer, KnownIdentifier identifier) {
        identifiers.put(Records.under(customer, identifier.type(), identifier.token()), identifier);
    }

    void removeIdentifier(String customer, String type, String token) {
        identifiers.delete(Records.under(customer, type, token));
    }

    void put(String customer, CaseFact fact) {
        cases.put(
                Records.under(
                        customer,
                        fact.caseId(),
                        fact.event().source(),
                        fact.event().id()),
                fact);
    }

    void removeCase(String customer, String caseId) {
        cases.removeAllUnder(Records.under(customer, caseId));
    }

    /** Remembers what was published. */
    void put(String customer, Published publication) {
        published.put(publishedKey(customer, publication), publication);
    }

    private static String publishedKey(String customer, Published publication) {
        var owner = publication.contact() == null ? customer : contactKey(customer, publication.contact());
        return Records.under(owner, publication.kind().name(), publication.id());
    }

    List<PlacedContact> contacts(String customer) {
        return contacts.allUnder(customer);
    }

    List<CaseFact> cases(String customer) {
        return cases.allUnder(customer);
    }

    /** By type, then token. */
    List<KnownIdentifier> identifiers(String customer) {
        return identifiers.allUnder(customer).stream()
                .sorted(Comparator.comparing(KnownIdentifier::type).thenComparing(KnownIdentifier::token))
                .toList();
    }

    List<Published> published(String customer) {
        return published.allUnder(customer);
    }

    private static String contactKey(String customer, ContactRef contact) {
        return Records.under(customer, contact.source(), contact.contactId());
    }
}
