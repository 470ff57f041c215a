package io.throughline.journey.stream;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a total weight. */
public final class Recent<V> {

    /** In records. One of an ordinary customer takes about 1 KB of heap. */
    private static final int MOST = 4_000;

    private record Weighed<V>(V value, int weight) {}

    private final LinkedHashMap<String, Weighed<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    public @Nullable V get(String key) {
        var known = values.get(key);
        return known == null ? null : known.value;
    }

    /** @param records of how many records the value consists */
    public void put(String key, V value, int records) {
        remove(key);
        values.put(key, new Weighed<>(value, records));
        weight += records;
        while (weight > MOST && values.size() > 1) {
            remove(values.firstEntry().getKey());
        }
    }

    public void remove(String key) {
        var before = values.remove(key);
        if (before != null) {
            weight -= before.weight;
        }
    }
}
