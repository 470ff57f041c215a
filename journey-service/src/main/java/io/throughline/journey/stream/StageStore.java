package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A state store: small records, of which those that belong together have keys that begin alike.
 *
 * @param name also of its changelog topic; once in use it stays, or the state is lost
 * @param type of its records
 */
public record StageStore<V>(String name, Class<V> type) {

    private static final StringSerializer STRING = new StringSerializer();

    /** The store, as a stage uses it. */
    public KeyValueStore<String, V> in(ProcessorContext<?, ?> context) {
        return context.getStateStore(name);
    }

    /** Makes the store. Kafka Streams' record cache is off: it delays what is sent on and costs more than it saves. */
    StoreBuilder<KeyValueStore<String, V>> builder(Function<String, KeyValueBytesStoreSupplier> storage) {
        return Stores.keyValueStoreBuilder(storage.apply(name), Serdes.String(), StageJson.serde(type))
                .withCachingDisabled();
    }

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
