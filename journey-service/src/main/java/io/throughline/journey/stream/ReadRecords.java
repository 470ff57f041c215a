package io.throughline.journey.stream;

import io.throughline.journey.stream.form.CompactSerde;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link Records} as they stand in the store: for going through all of them, also from outside their stage. */
public final class ReadRecords<V> {

    private static final StringSerializer STRING = new StringSerializer();

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final String prefix;
    private final CompactSerde<V> serde;

    /**
     * @param store of the task
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

    /** As {@link Owners#after}. */
    public List<String> ownersAfter(String beginning, @Nullable String after, int limit) {
        return Owners.after(prefix, beginning, after, limit, this::firstBetween);
    }

    private @Nullable String firstBetween(String from, String to) {
        try (var records = store.range(from, to)) {
            return records.hasNext() ? records.next().key : null;
        }
    }
}
