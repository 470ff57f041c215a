package io.throughline.servicekit.sink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a stretch of a compacted topic does to its table: first the deletions, then the rows.
 *
 * @param deleted keys of which the stretch has a tombstone, also when a value follows it: such a key began anew
 * @param latest the last row of each key, unless a tombstone follows it
 */
public record Changes<R>(Set<String> deleted, Map<String, R> latest) {

    public Changes {
        deleted = Collections.unmodifiableSet(new LinkedHashSet<>(deleted));
        latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
    }

    /** Each key's changes by themselves, so that a key that the database refuses takes no other with it. */
    List<Changes<R>> byKey() {
        var byKey = new ArrayList<Changes<R>>();
        for (var key : keys()) {
            var row = latest.get(key);
            byKey.add(new Changes<>(
                    deleted.contains(key) ? Set.of(key) : Set.of(), row == null ? Map.of() : Map.of(key, row)));
        }
        return byKey;
    }

    Set<String> keys() {
        var keys = new TreeSet<>(deleted);
        keys.addAll(latest.keySet());
        return keys;
    }
}
