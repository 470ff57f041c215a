package io.throughline.journey.stream;

import java.util.LinkedHashMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a total weight. */
public final class Recent<V> {

    /** In records. One of an ordinary customer takes about 1 KB of heap. */
    private static final int MOST = 4_000;

    private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> weigh;
    private int weight;

    /** @param weigh of how many records a value consists; it must not change while the value is in here */
    public Recent(ToIntFunction<V> weigh) {
        this.weigh = weigh;
    }

    public @Nullable V get(String key) {
        return values.get(key);
    }

    public void put(String key, V value) {
        remove(key);
        values.put(key, value);
        weight += weigh.applyAsInt(value);
        while (weight > MOST && values.size() > 1) {
            remove(values.firstEntry().getKey());
        }
    }

    public void remove(String key) {
        V before = values.remove(key);
        if (before != null) {
            weight -= weigh.applyAsInt(before);
        }
    }
}
