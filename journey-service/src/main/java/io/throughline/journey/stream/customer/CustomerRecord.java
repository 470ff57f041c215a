package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.StageStore;
import io.throughline.journey.stream.message.Published;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What stands on the customers' records: a small record for each contact, case fact, identifier and published name. */
final class CustomerRecord {

    private static final StageStore<PlacedContact> CONTACTS =
            new StageStore<>("customer-contacts", PlacedContact.class);
    private static final StageStore<CaseFact> CASES = new StageStore<>("customer-cases", CaseFact.class);
    private static final StageStore<KnownIdentifier> IDENTIFIERS =
            new StageStore<>("customer-identifiers", KnownIdentifier.class);
    private static final StageStore<Published> PUBLISHED = new StageStore<>("customer-published", Published.class);

    /** By customer and contact; by customer and case event; by customer and identifier; by customer, contact and name. */
    static final List<StageStore<?>> STORES = List.of(CONTACTS, CASES, IDENTIFIERS, PUBLISHED);

    private final KeyValueStore<String, PlacedContact> contacts;
    private final KeyValueStore<String, CaseFact> cases;
    private final KeyValueStore<String, KnownIdentifier> identifiers;
    private final KeyValueStore<String, Published> published;

    CustomerRecord(ProcessorContext<String, Object> context) {
        contacts = CONTACTS.in(context);
        cases = CASES.in(context);
        identifiers = IDENTIFIERS.in(context);
        published = PUBLISHED.in(context);
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
        StageStore.forEachUnder(published, contactKey(customer, contact), (key, publication) -> {
            keys.add(key);
            taken.add(publication);
        });
        keys.forEach(published::delete);
        return taken;
    }

    void put(String customer, KnownIdentifier identifier) {
        identifiers.put(StageStore.under(customer, identifier.type(), identifier.token()), identifier);
    }

    void removeIdentifier(String customer, String type, String token) {
        identifiers.delete(StageStore.under(customer, type, token));
    }

    void put(String customer, CaseFact fact) {
        cases.put(
                StageStore.under(
                        customer,
                        fact.caseId(),
                        fact.event().source(),
                        fact.event().id()),
                fact);
    }

    void removeCase(String customer, String caseId) {
        var keys = new ArrayList<String>();
        StageStore.forEachUnder(cases, StageStore.under(customer, caseId), (key, fact) -> keys.add(key));
        keys.forEach(cases::delete);
    }

    /** Remembers what was published. */
    void put(String customer, Published publication) {
        var owner = publication.contact() == null ? customer : contactKey(customer, publication.contact());
        published.put(StageStore.under(owner, publication.kind().name(), publication.id()), publication);
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
        StageStore.forEachUnder(store, customer, (key, value) -> all.add(value));
        return all;
    }

    private static String contactKey(String customer, ContactRef contact) {
        return StageStore.under(customer, contact.source(), contact.contactId());
    }
}
