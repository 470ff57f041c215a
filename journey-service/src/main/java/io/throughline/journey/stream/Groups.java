package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Small records of one kind, many to an owner. A group that is used stands on the heap as a whole, unless it is large:
 * opening an iterator costs more than all else that an ordinary event does.
 */
public final class Groups<V> {

    /** A larger group is read from the store each time. */
    public static final int MOST_ON_HEAP = 500;

    private final Records<V> records;

    /** What the names of all members begin with; empty, or a group among those of {@link SideBySide}. */
    private final String within;

    private final Recent<Group<V>> recent = new Recent<>();

    /** All records of an owner, by key. */
    private static final class Group<V> {
        private final TreeMap<String, V> members = new TreeMap<>();
    }

    /**
     * @param store of the task
     * @param kind of the records, a word of its own among those of all stages; once in use it stays, or the records are lost
     * @param type of the records
     */
    public Groups(KeyValueStore<Bytes, byte[]> store, String kind, Class<V> type) {
        this(store, kind, "", type);
    }

    /** @param within the beginning of the members' names in the store, ends in {@code |} */
    Groups(KeyValueStore<Bytes, byte[]> store, String kind, String within, Class<V> type) {
        this.records = new Records<>(store, kind, type);
        this.within = within;
    }

    /** The name of a record among those of its owner. */
    public static String member(String... parts) {
        return Keys.join(parts);
    }

    /** Nothing is kept of this owner yet: spares looking for it. */
    public void begin(String owner) {
        recent.put(owner, new Group<>(), 1);
    }

    /** Takes a record that was read from the store onto the heap, if its group has room there. */
    void takeIn(String owner, String key, byte[] value) {
        var group = recent.get(owner);
        if (group != null) {
            group.members.put(key, records.read(value));
            keep(owner, group);
        }
    }

    public @Nullable V get(String owner, String member) {
        var group = recent.get(owner);
        var key = key(owner, member);
        return group == null ? records.stored(key) : group.members.get(key);
    }

    public void put(String owner, String member, V value) {
        var key = key(owner, member);
        records.store(key, value);
        var group = recent.get(owner);
        if (group != null) {
            group.members.put(key, value);
            keep(owner, group);
        }
    }

    /** Deletes a record; what it was, or null when there was none. */
    public @Nullable V remove(String owner, String member) {
        V before = get(owner, member);
        if (before != null) {
            delete(owner, key(owner, member));
        }
        return before;
    }

    /** Whether all of an owner's records are on the heap. */
    public boolean isAtHand(String owner) {
        return recent.get(owner) != null;
    }

    /** Those of an owner's records whose names begin so, in the order of their keys. */
    public List<V> beginning(String owner, String begin) {
        return new ArrayList<>(found(owner, key(owner, begin)).values());
    }

    /** All records of an owner, in the order of their keys. */
    public List<V> all(String owner) {
        return new ArrayList<>(group(owner).members.values());
    }

    /** Deletes those of an owner's records that are so. */
    public void removeIf(String owner, Predicate<V> condition) {
        found(owner, key(owner, "")).forEach((key, value) -> {
            if (condition.test(value)) {
                delete(owner, key);
            }
        });
    }

    /** Deletes all records of an owner; what they were. */
    public List<V> removeAll(String owner) {
        return removeBeginning(key(owner, ""), owner);
    }

    /** Deletes the records of an owner whose names begin with these parts; what they were. */
    public List<V> removeAll(String owner, String... parts) {
        return removeBeginning(key(owner, member(parts)) + "|", owner);
    }

    private List<V> removeBeginning(String begin, String owner) {
        var found = found(owner, begin);
        found.keySet().forEach(key -> delete(owner, key));
        return new ArrayList<>(found.values());
    }

    private TreeMap<String, V> found(String owner, String begin) {
        var found = new TreeMap<String, V>();
        var group = recent.get(owner);
        if (group == null) {
            records.scan(begin).forEach(record -> found.put(record.key, record.value));
        } else {
            found.putAll(group.members.subMap(begin, begin + Character.MAX_VALUE));
        }
        return found;
    }

    /** The first of an owner's records; null when there is none. */
    public @Nullable V first(String owner) {
        var group = recent.get(owner);
        if (group == null) {
            return records.first(key(owner, ""));
        }
        return group.members.isEmpty() ? null : group.members.firstEntry().getValue();
    }

    private void delete(String owner, String key) {
        records.delete(key);
        var group = recent.get(owner);
        if (group != null) {
            group.members.remove(key);
        }
    }

    private Group<V> group(String owner) {
        var known = recent.get(owner);
        if (known != null) {
            return known;
        }
        var group = new Group<V>();
        records.scan(key(owner, "")).forEach(record -> group.members.put(record.key, record.value));
        keep(owner, group);
        return group;
    }

    private void keep(String owner, Group<V> group) {
        if (group.members.size() <= MOST_ON_HEAP) {
            recent.put(owner, group, 1 + group.members.size());
        } else {
            recent.remove(owner);
        }
    }

    private String key(String owner, String member) {
        return owner + "|" + within + member;
    }
}
