package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link Records} that are only read: also from outside the stage that keeps them. */
public class ReadRecords<V> {

    private static final StringSerializer STRING = new StringSerializer();

    /** The character that follows the separator: behind every key under an owner, and before the next owner's. */
    private static final char AFTER_SEPARATOR = '|' + 1;

    final String prefix;
    final Serde<V> serde;
    private final ReadOnlyKeyValueStore<String, byte[]> store;

    /**
     * @param store of the stage
     * @param kind of the records
     * @param type of the records
     */
    public ReadRecords(ReadOnlyKeyValueStore<String, byte[]> store, String kind, Class<V> type) {
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

    /** All records whose keys were made by {@link #under} the owner, in the order of their keys. */
    public List<V> allUnder(String owner) {
        var all = new ArrayList<V>();
        forEachUnder(owner, (key, value) -> all.add(value));
        return all;
    }

    /** The first of all records under the owner; null when there is none. */
    public @Nullable V firstUnder(String owner) {
        try (var records = store.prefixScan(prefix + owner + "|", STRING)) {
            return records.hasNext() ? read(records.next().value) : null;
        }
    }

    /**
     * The different first parts of keys, each told once without visiting all records under it: with a beginning of
     * {@code "t|"}, of a record {@code t|c|x|y} it is {@code t|c}.
     *
     * @param beginning of the keys: empty, or whole parts that end in {@code |}
     * @param after the last one that is known already; null for none
     * @param limit how many at most
     */
    public List<String> ownersAfter(String beginning, @Nullable String after, int limit) {
        var owners = new ArrayList<String>();
        var end = prefix + beginning + Character.MAX_VALUE;
        var from = after == null ? prefix + beginning : prefix + after + AFTER_SEPARATOR;
        while (owners.size() < limit) {
            var next = firstBetween(from, end);
            if (next == null) {
                break;
            }
            int separator = next.indexOf('|', prefix.length() + beginning.length());
            var owner = next.substring(prefix.length(), separator);
            owners.add(owner);
            from = prefix + owner + AFTER_SEPARATOR;
        }
        return owners;
    }

    private @Nullable String firstBetween(String from, String to) {
        try (var records = store.range(from, to)) {
            return records.hasNext() ? records.next().key : null;
        }
    }

    /** Visits every record of the kind. */
    public void forEach(BiConsumer<String, V> action) {
        visit(prefix, action);
    }

    final void forEachUnder(String owner, BiConsumer<String, V> action) {
        visit(prefix + owner + "|", action);
    }

    private void visit(String begin, BiConsumer<String, V> action) {
        try (var records = store.prefixScan(begin, STRING)) {
            records.forEachRemaining(record -> action.accept(
                    record.key.substring(prefix.length()), serde.deserializer().deserialize(prefix, record.value)));
        }
    }

    final @Nullable V read(byte @Nullable [] value) {
        return value == null ? null : serde.deserializer().deserialize(prefix, value);
    }
}
