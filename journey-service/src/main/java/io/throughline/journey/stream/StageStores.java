package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** The names of the state stores, and how records that belong together are found: their keys begin alike. */
public final class StageStores {

    public static final String CONTACT_EVENTS = "contact-events";
    public static final String CONTACT_STATES = "contact-states";
    public static final String CONTACT_FOLLOWERS = "contact-followers";

    public static final String IDENTIFIERS = "identifiers";
    public static final String IDENTIFIER_NEIGHBOURS = "identifier-neighbours";
    public static final String IDENTIFIER_CONTACTS = "identifier-contacts";
    public static final String COMPONENT_LINKS = "component-links";
    public static final String COMPONENT_PARTS = "component-parts";

    public static final String CASES = "cases";
    public static final String CASE_CONTACTS = "case-contacts";
    public static final String CASE_ORDER = "case-order";
    public static final String CASE_FACTS = "case-facts";

    public static final String CUSTOMER_CONTACTS = "customer-contacts";
    public static final String CUSTOMER_CASES = "customer-cases";
    public static final String CUSTOMER_IDENTIFIERS = "customer-identifiers";
    public static final String CUSTOMER_PUBLISHED = "customer-published";
    public static final String CUSTOMERS_CHANGED = "customers-changed";

    private static final StringSerializer STRING = new StringSerializer();

    private StageStores() {}

    /** The key of a record that belongs to another. */
    public static String under(String owner, String... parts) {
        return owner + "|" + Keys.join(parts);
    }

    /** Visits all records whose keys were made by {@link #under} the owner, in the order of their keys. */
    public static <V> void forEachUnder(KeyValueStore<String, V> store, String owner, BiConsumer<String, V> action) {
        try (var records = store.prefixScan(owner + "|", STRING)) {
            records.forEachRemaining(record -> action.accept(record.key, record.value));
        }
    }
}
