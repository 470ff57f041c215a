package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Small records of one kind within the one store of a stage. Those that belong together have keys that begin alike.
 * A stage has one store for all its kinds: each store is a RocksDB and a changelog topic for each partition.
 */
public final class Records<V> {

    private static final StringSerializer STRING = new StringSerializer();

    private final KeyValueStore<String, byte[]> store;
    private final String prefix;
    private final Serde<V> serde;

    /**
     * @param store of the stage
     * @param kind of the records, a word of its own within the stage; once in use it stays, or the records are lost
     * @param type of the records
     */
    public Records(KeyValueStore<String, byte[]> store, String kind, Class<V> type) {
        this.store = store;
        this.prefix = kind + "|";
        this.serde = StageJson.serde(type);
    }

    /** The key of a record that belongs to another. */
    public static String under(String owner, String... parts) {
        return owner + "|" + Keys.join(parts);
    }

    public @Nullable V get(String key) {
        return read(store.get(prefix + key));
    }

    public void put(String key, V value) {
        store.put(prefix + key, serde.serializer().serialize(prefix, value));
    }

    /** Whether there was none, and the value is there now. */
    public boolean putIfAbsent(String key, V value) {
        boolean absent = store.get(prefix + key) == null;
        if (absent) {
            put(key, value);
        }
        return absent;
    }

    /** Deletes a record, if it is there. */
    public void delete(String key) {
        store.delete(prefix + key);
    }

    /** Deletes a record; what it was, or null when there was none. */
    public @Nullable V remove(String key) {
        return read(store.delete(prefix + key));
    }

    /** All records whose keys were made by {@link #under} the owner, in the order of their keys. */
    public List<V> allUnder(String owner) {
        var all = new ArrayList<V>();
        forEachUnder(owner, (key, value) -> all.add(value));
        return all;
    }

    /** Deletes all records whose keys were made by {@link #under} the owner; what they were. */
    public List<V> removeAllUnder(String owner) {
        var keys = new ArrayList<String>();
        var all = new ArrayList<V>();
        forEachUnder(owner, (key, value) -> {
            keys.add(key);
            all.add(value);
        });
        keys.forEach(this::delete);
        return all;
    }

    /** The first of all records under the owner; null when there is none. */
    public @Nullable V firstUnder(String owner) {
        try (var records = store.prefixScan(prefix + owner + "|", STRING)) {
            return records.hasNext() ? read(records.next().value) : null;
        }
    }

    /** Visits every record of the kind. */
    public void forEach(BiConsumer<String, V> action) {
        visit(prefix, action);
    }

    private void forEachUnder(String owner, BiConsumer<String, V> action) {
        visit(prefix + owner + "|", action);
    }

    private void visit(String begin, BiConsumer<String, V> action) {
        try (var records = store.prefixScan(begin, STRING)) {
            records.forEachRemaining(record -> action.accept(
                    record.key.substring(prefix.length()), serde.deserializer().deserialize(prefix, record.value)));
        }
    }

    private @Nullable V read(byte @Nullable [] value) {
        return value == null ? null : serde.deserializer().deserialize(prefix, value);
    }
}
