package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Moves;
import io.throughline.servicekit.tracing.Trail;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The cells that have moved and are yet to be told. Each move is a record of its own, as it came: so a move costs the
 * same whatever its cell holds, and a crash forgets none.
 */
final class WaitingCells {

    /** By cell, then by the place of the move in the stream, in hexadecimal digits. */
    private final KeyValueStore<String, Waiting> store;

    /** Where the last taking stopped; null when it came to the end. */
    private @Nullable String next;

    WaitingCells(KeyValueStore<String, Waiting> store) {
        this.store = store;
    }

    /** All that waits for one cell. */
    static final class Gathered {
        private final Moves moves = new Moves();
        private Trail trail = Trail.NONE;

        Moves moves() {
            return moves;
        }

        /** Of all that moved the cell. */
        Trail trail() {
            return trail;
        }

        private void add(Waiting waiting) {
            if (waiting.move() != null) {
                moves.add(waiting.move().changes(), waiting.move().mover());
            }
            trail = trail.equals(Trail.NONE) ? waiting.trail() : trail.with(waiting.trail());
        }
    }

    /** @param place of the move in the stream, greater with each */
    void add(String cell, long place, Waiting waiting) {
        store.put(key(cell, place), waiting);
    }

    /** Time has come for a cell. */
    void mature(String cell) {
        store.put(key(cell, -1), Waiting.MATURED);
    }

    long moves() {
        return store.approximateNumEntries();
    }

    /** Whether the last taking left cells behind. */
    boolean hasLeft() {
        return next != null;
    }

    /** Takes what waits for at most so many cells, beginning where the last taking stopped; by cell. */
    Map<String, Gathered> take(int most) {
        var taken = new LinkedHashMap<String, Gathered>();
        try (KeyValueIterator<String, Waiting> all = next == null ? store.all() : store.range(next, null)) {
            next = null;
            while (all.hasNext()) {
                KeyValue<String, Waiting> entry = all.next();
                var cell = entry.key.substring(0, entry.key.lastIndexOf('|'));
                if (taken.size() == most && !taken.containsKey(cell)) {
                    next = entry.key;
                    break;
                }
                taken.computeIfAbsent(cell, absent -> new Gathered()).add(entry.value);
                store.delete(entry.key);
            }
        }
        return taken;
    }

    private static String key(String cell, long place) {
        return cell + "|" + HexFormat.of().toHexDigits(place);
    }
}
