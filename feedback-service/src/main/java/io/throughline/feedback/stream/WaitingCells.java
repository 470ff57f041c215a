package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Moves;
import io.throughline.servicekit.tracing.Trail;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The cells that have moved and are yet to be told. They are kept added up on the heap; for a crash each move is a record
 * of its own as well, as it came: so a move costs the same whatever its cell holds, and none is forgotten.
 */
final class WaitingCells {

    /** By the place of the move in the stream, in hexadecimal digits; by the cell's key where its time has come. */
    private final KeyValueStore<String, Waiting> store;

    private final Predicate<String> canWait;
    private final Queue soon = new Queue();
    private final Queue later = new Queue();

    /** @param canWait which cells, by key, need not be told soon; it is asked when a cell begins to wait */
    WaitingCells(KeyValueStore<String, Waiting> store, Predicate<String> canWait) {
        this.store = store;
        this.canWait = canWait;
        try (KeyValueIterator<String, Waiting> all = store.all()) {
            all.forEachRemaining(entry -> gather(entry.key, entry.value));
        }
    }

    /** All that waits for one cell. */
    static final class Gathered {
        private final Moves moves = new Moves();
        private final List<String> stored = new ArrayList<>();
        private Trail trail = Trail.NONE;

        Moves moves() {
            return moves;
        }

        /** Of all that moved the cell. */
        Trail trail() {
            return trail;
        }

        private void add(String key, Waiting waiting) {
            stored.add(key);
            if (waiting.move() != null) {
                moves.add(waiting.move().changes(), waiting.move().mover());
            }
            trail = trail.equals(Trail.NONE) ? waiting.trail() : trail.with(waiting.trail());
        }
    }

    /** Cells in the order in which they began to wait. */
    final class Queue {
        private final Map<String, Gathered> gathered = new LinkedHashMap<>();
        private int moves;

        int moves() {
            return moves;
        }

        boolean isEmpty() {
            return gathered.isEmpty();
        }

        /** Takes what waits for at most so many cells, those first that have waited longest. */
        void take(int most, BiConsumer<String, Gathered> taker) {
            var first = gathered.entrySet().iterator();
            for (int taken = 0; taken < most && first.hasNext(); taken++) {
                var cell = first.next();
                first.remove();
                moves -= cell.getValue().stored.size();
                cell.getValue().stored.forEach(store::delete);
                taker.accept(cell.getKey(), cell.getValue());
            }
        }

        private void add(String key, Waiting waiting) {
            gathered.computeIfAbsent(waiting.cell(), absent -> new Gathered()).add(key, waiting);
            moves++;
        }
    }

    /** Cells that are to be told soon. */
    Queue soon() {
        return soon;
    }

    /** Cells that can wait. */
    Queue later() {
        return later;
    }

    /** @param place of the move in the stream, another with each */
    void add(long place, Waiting waiting) {
        keep(HexFormat.of().toHexDigits(place), waiting);
    }

    /** Time has come for a cell. */
    void mature(String cell) {
        keep(cell, Waiting.matured(cell));
    }

    private void keep(String key, Waiting waiting) {
        store.put(key, waiting);
        gather(key, waiting);
    }

    private void gather(String key, Waiting waiting) {
        var cell = waiting.cell();
        boolean wait = !soon.gathered.containsKey(cell) && (later.gathered.containsKey(cell) || canWait.test(cell));
        (wait ? later : soon).add(key, waiting);
    }
}
