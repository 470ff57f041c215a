package io.throughline.journey.stream;

import io.throughline.journey.stream.form.CompactSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link Records} as they stand in the store: for going through all of them, also from outside their stage. */
public final class ReadRecords<V> {

    private static final StringSerializer STRING = new StringSerializer();

    /** The character that follows the separator: behind every key under an owner, and before the next owner's. */
    private static final char AFTER_SEPARATOR = '|' + 1;

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final String prefix;
    private final CompactSerde<V> serde;

    /**
     * @param store of the stage
     * @param kind of the records
     * @param type of the records
     */
    public ReadRecords(ReadOnlyKeyValueStore<String, byte[]> store, String kind, Class<V> type) {
        this.store = store;
        this.prefix = kind + "|";
        this.serde = new CompactSerde<>(type);
    }

    /** The records of an owner of {@link Groups}, by their names: those whose names begin so. */
    public SortedMap<String, V> under(String owner, String beginning) {
        var found = new TreeMap<String, V>();
        var begin = prefix + owner + "|";
        try (var records = store.prefixScan(begin + beginning, STRING)) {
            records.forEachRemaining(
                    record -> found.put(record.key.substring(begin.length()), serde.read(record.value)));
        }
        return found;
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
}
