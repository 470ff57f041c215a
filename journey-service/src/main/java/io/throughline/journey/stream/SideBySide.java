package io.throughline.journey.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * {@link Groups} of several types that stand side by side under each owner, so that one scan reads all that is kept of it.
 * The larger the store, the more a scan costs: it looks into each file that may hold the key.
 */
public final class SideBySide {

    private static final StringSerializer STRING = new StringSerializer();

    private final KeyValueStore<Bytes, byte[]> store;
    private final String kind;
    private final String prefix;
    private final Map<String, Groups<?>> groups = new HashMap<>();

    /**
     * @param store of the task
     * @param kind of all these records, a word of its own among those of all stages; once in use it stays
     */
    public SideBySide(KeyValueStore<Bytes, byte[]> store, String kind) {
        this.store = store;
        this.kind = kind;
        this.prefix = kind + "|";
    }

    /**
     * One of the groups of each owner.
     *
     * @param name a word of its own among these; once in use it stays
     */
    public <V> Groups<V> groups(String name, Class<V> type) {
        var added = new Groups<>(store, kind, within(name), type);
        groups.put(name, added);
        return added;
    }

    /** Where under an owner the records of a group begin. */
    public static String within(String name) {
        return name + "|";
    }

    /** Takes all that is kept of an owner onto the heap. */
    public void read(String owner) {
        begin(owner);
        int names = owner.length() + 1;
        try (var records = store.prefixScan(prefix + owner + "|", STRING)) {
            while (records.hasNext()) {
                var record = records.next();
                var key = Records.text(record.key).substring(prefix.length());
                var name = key.substring(names, key.indexOf('|', names));
                Objects.requireNonNull(groups.get(name)).takeIn(owner, key, record.value);
            }
        }
    }

    /** Nothing is kept of this owner yet: spares looking for it. */
    public void begin(String owner) {
        groups.values().forEach(group -> group.begin(owner));
    }

    /** As {@link Owners#after}. */
    public List<String> ownersAfter(String beginning, @Nullable String after, int limit) {
        return Owners.after(prefix, beginning, after, limit, this::firstBetween);
    }

    private @Nullable String firstBetween(String from, String to) {
        try (var records = store.range(Records.bytes(from), Records.bytes(to))) {
            return records.hasNext() ? Records.text(records.next().key) : null;
        }
    }
}
