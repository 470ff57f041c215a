package io.throughline.journey.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Small records of one kind within the one store of a stage. Those that belong together have keys that begin alike.
 * A stage has one store for all its kinds: each store is a RocksDB and a changelog topic for each partition.
 */
public final class Records<V> extends ReadRecords<V> {

    private final KeyValueStore<String, byte[]> store;

    /**
     * @param store of the stage
     * @param kind of the records, a word of its own within the stage; once in use it stays, or the records are lost
     * @param type of the records
     */
    public Records(KeyValueStore<String, byte[]> store, String kind, Class<V> type) {
        super(store, kind, type);
        this.store = store;
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
}
