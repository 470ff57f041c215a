package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.StageStores;
import io.throughline.journey.stream.message.Published;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What stands on the customers' records: a small record for each contact, case fact, identifier and published name. */
final class CustomerRecord {

    private final KeyValueStore<String, PlacedContact> contacts;
    private final KeyValueStore<String, CaseFact> cases;
    private final KeyValueStore<String, KnownIdentifier> identifiers;
    private final KeyValueStore<String, Published> published;

    CustomerRecord(ProcessorContext<String, Object> context) {
        contacts = context.getStateStore(StageStores.CUSTOMER_CONTACTS);
        cases = context.getStateStore(StageStores.CUSTOMER_CASES);
        identifiers = context.getStateStore(StageStores.CUSTOMER_IDENTIFIERS);
        published = context.getStateStore(StageStores.CUSTOMER_PUBLISHED);
    }

    void put(String customer, PlacedContact contact, List<Published> brought) {
        contacts.put(contactKey(customer, contact.summary().key().ref()), contact);
        brought.forEach(publication -> put(customer, publication));
    }

    /** Removes a contact; what is published under the names that follow from it. */
    List<Published> remove(String customer, ContactRef contact) {
        contacts.delete(contactKey(customer, contact));
        var keys = new ArrayList<String>();
        var taken = new ArrayList<Published>();
        StageStores.forEachUnder(published, contactKey(customer, contact), (key, publication) -> {
            keys.add(key);
            taken.add(publication);
        });
        keys.forEach(published::delete);
        return taken;
    }

    void put(String customer, KnownIdentifier identifier) {
        identifiers.put(StageStores.under(customer, identifier.type(), identifier.token()), identifier);
    }

    void removeIdentifier(String customer, String type, String token) {
        identifiers.delete(StageStores.under(customer, type, token));
    }

    void put(String customer, CaseFact fact) {
        cases.put(
                StageStores.under(
                        customer,
                        fact.caseId(),
                        fact.event().source(),
                        fact.event().id()),
                fact);
    }

    void removeCase(String customer, String caseId) {
        var keys = new ArrayList<String>();
        StageStores.forEachUnder(cases, StageStores.under(customer, caseId), (key, fact) -> keys.add(key));
        keys.forEach(cases::delete);
    }

    /** Remembers what was published. */
    void put(String customer, Published publication) {
        var owner = publication.contact() == null ? customer : contactKey(customer, publication.contact());
        published.put(StageStores.under(owner, publication.kind().name(), publication.id()), publication);
    }

    List<PlacedContact> contacts(String customer) {
        return all(contacts, customer);
    }

    List<CaseFact> cases(String customer) {
        return all(cases, customer);
    }

    List<KnownIdentifier> identifiers(String customer) {
        return all(identifiers, customer);
    }

    List<Published> published(String customer) {
        return all(published, customer);
    }

    private static <V> List<V> all(KeyValueStore<String, V> store, String customer) {
        var all = new ArrayList<V>();
        StageStores.forEachUnder(store, customer, (key, value) -> all.add(value));
        return all;
    }

    private static String contactKey(String customer, ContactRef contact) {
        return StageStores.under(customer, contact.source(), contact.contactId());
    }
}
