package io.throughline.journey.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.journey.stream.form.CompactSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Small records of one kind within the one store of a task, one for each key. There is one store for all kinds of all
 * stages: each store is a RocksDB and a changelog topic for each partition.
 *
 * <p>What was read or written last is also kept on the heap. It is never newer than the store, and goes with the stage
 * when Kafka Streams closes the task: nothing of a transaction that was aborted survives.
 */
public final class Records<V> {

    private static final StringSerializer STRING = new StringSerializer();

    private final KeyValueStore<Bytes, byte[]> store;
    private final String prefix;
    private final CompactSerde<V> serde;
    private final Recent<V> recent = new Recent<>();

    /** Whether there may be any: of most kinds that tell of rare events there is none, and none has to be looked for. */
    private boolean any;

    /**
     * @param store of the task
     * @param kind of the records, a word of its own among those of all stages; once in use it stays, or the records are lost
     * @param type of the records
     */
    public Records(KeyValueStore<Bytes, byte[]> store, String kind, Class<V> type) {
        this.store = store;
        this.prefix = kind + "|";
        this.serde = new CompactSerde<>(type);
        this.any = isAny();
    }

    public @Nullable V get(String key) {
        V known = recent.get(key);
        if (known == null) {
            known = stored(key);
            if (known != null) {
                recent.put(key, known, 1);
            }
        }
        return known;
    }

    public void put(String key, V value) {
        store(key, value);
        recent.put(key, value, 1);
    }

    /** Deletes a record, if it is there. */
    public void delete(String key) {
        store.put(bytes(prefix + key), null);
        recent.remove(key);
    }

    /** Visits every record of the kind. */
    public void forEach(BiConsumer<String, V> action) {
        scan("").forEach(record -> action.accept(record.key, record.value));
    }

    /** What the store has under a key, past the heap. */
    public @Nullable V stored(String key) {
        byte[] value = any ? store.get(bytes(prefix + key)) : null;
        return value == null ? null : serde.read(value);
    }

    /** Puts a record into the store, past the heap. */
    public void store(String key, V value) {
        any = true;
        store.put(bytes(prefix + key), serde.write(value));
    }

    /** All records under an owner (whose name and a {@code |} their keys begin with), in order, read some at a time. */
    public Iterable<V> under(String owner) {
        var first = some(owner, null, Pages.SIZE);
        if (first.size() < Pages.SIZE) {
            return first.stream().map(record -> record.value).toList();
        }
        return () -> new Pages<>((after, most) -> some(owner, after, most));
    }

    /** All records whose keys begin so, in the order of their keys. */
    public List<KeyValue<String, V>> scan(String begin) {
        var found = new ArrayList<KeyValue<String, V>>();
        try (var records = store.prefixScan(prefix + begin, STRING)) {
            records.forEachRemaining(record -> found.add(read(record)));
        }
        return found;
    }

    /** What is kept under a key in the form of these records. */
    V read(byte[] value) {
        return serde.read(value);
    }

    private boolean isAny() {
        try (var records = store.prefixScan(prefix, STRING)) {
            return records.hasNext();
        }
    }

    /** The first of the records whose keys begin so; null when there is none. */
    @Nullable
    V first(String begin) {
        try (var records = store.prefixScan(prefix + begin, STRING)) {
            return records.hasNext() ? serde.read(records.next().value) : null;
        }
    }

    private List<KeyValue<String, V>> some(String owner, @Nullable String after, int most) {
        var begin = prefix + owner;
        var from = after == null ? begin + "|" : prefix + after + "\0";
        var found = new ArrayList<KeyValue<String, V>>();
        // The character that follows the separator.
        try (var records = store.range(bytes(from), bytes(begin + "}"))) {
            while (records.hasNext() && found.size() < most) {
                found.add(read(records.next()));
            }
        }
        return found;
    }

    private KeyValue<String, V> read(KeyValue<Bytes, byte[]> record) {
        return KeyValue.pair(text(record.key).substring(prefix.length()), serde.read(record.value));
    }

    static String text(Bytes key) {
        return new String(key.get(), UTF_8);
    }

    static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
