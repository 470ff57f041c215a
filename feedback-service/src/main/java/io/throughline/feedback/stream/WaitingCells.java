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
 * The cells that have moved and are yet to be told. They are kept added up on the heap. For a crash, what came between two
 * commits and was not told is kept as well, as it came, a record or more for each cell: so a move costs the same whatever
 * its cell holds, and none is forgotten.
 */
final class WaitingCells {

    /** A topic takes records of up to a megabyte; a move has some 200 bytes, hardly ever 600. */
    static final int MOVES_A_RECORD = 500;

    /** By the cell's key and how many records it had already. */
    private final KeyValueStore<String, Waiting> store;

    private final Predicate<String> canWait;
    private final Queue soon = new Queue();
    private final Queue later = new Queue();

    /** What came since the last commit. */
    private final Map<String, Gathered> unsaved = new LinkedHashMap<>();

    /** @param canWait which cells, by key, need not be told soon; it is asked when a cell begins to wait */
    WaitingCells(KeyValueStore<String, Waiting> store, Predicate<String> canWait) {
        this.store = store;
        this.canWait = canWait;
        try (KeyValueIterator<String, Waiting> all = store.all()) {
            all.forEachRemaining(entry -> {
                var kept = entry.value;
                var gathered = gathered(kept.cell());
                kept.moves().forEach(gathered::add);
                gathered.follow(kept.trail());
                gathered.saved();
            });
        }
    }

    /** All that waits for one cell. */
    static final class Gathered {
        private final Queue queue;
        private final Moves moves = new Moves();
        private final List<CellMessage.Move> unsaved = new ArrayList<>();
        private int records;
        private int count;
        private Trail trail = Trail.NONE;

        Gathered(Queue queue) {
            this.queue = queue;
        }

        Moves moves() {
            return moves;
        }

        /** Of all that moved the cell. */
        Trail trail() {
            return trail;
        }

        private void add(CellMessage.Move move) {
            moves.add(move.changes(), move.mover());
            unsaved.add(move);
            count++;
            queue.moves++;
        }

        private void follow(Trail moved) {
            trail = trail.equals(Trail.NONE) ? moved : trail.with(moved);
        }

        private void saved() {
            unsaved.clear();
            records++;
        }
    }

    /** Cells in the order in which they began to wait. */
    final class Queue {
        private final Map<String, Gathered> cells = new LinkedHashMap<>();
        private int moves;

        int moves() {
            return moves;
        }

        int size() {
            return cells.size();
        }

        /** Takes what waits for at most so many cells, those first that have waited longest. */
        void take(int most, BiConsumer<String, Gathered> taker) {
            var first = cells.entrySet().iterator();
            for (int taken = 0; taken < most && first.hasNext(); taken++) {
                var cell = first.next();
                first.remove();
                var gathered = cell.getValue();
                moves -= gathered.count;
                unsaved.remove(cell.getKey());
                for (int record = 0; record < gathered.records; record++) {
                    store.delete(key(cell.getKey(), record));
                }
                taker.accept(cell.getKey(), gathered);
            }
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

    /** A journey has moved a cell. */
    void add(String cell, Trail trail, CellMessage.Move move) {
        var gathered = gathered(cell);
        gathered.add(move);
        gathered.follow(trail);
        if (gathered.unsaved.size() < MOVES_A_RECORD) {
            unsaved.put(cell, gathered);
        } else {
            unsaved.remove(cell);
            save(cell, gathered);
        }
    }

    /** Time has come for a cell. */
    void mature(String cell) {
        unsaved.put(cell, gathered(cell));
    }

    /** Keeps what has come and was not told; to be called before each commit. */
    void save() {
        unsaved.forEach(this::save);
        unsaved.clear();
    }

    private void save(String cell, Gathered gathered) {
        store.put(key(cell, gathered.records), new Waiting(cell, gathered.trail, gathered.unsaved));
        gathered.saved();
    }

    private Gathered gathered(String cell) {
        var there = soon.cells.get(cell);
        if (there == null) {
            there = later.cells.get(cell);
        }
        if (there == null) {
            var queue = canWait.test(cell) ? later : soon;
            there = new Gathered(queue);
            queue.cells.put(cell, there);
        }
        return there;
    }

    /** Of a fixed length behind the cell, so that records are read in the order in which they were written. */
    private static String key(String cell, int record) {
        return cell + " " + HexFormat.of().toHexDigits(record);
    }
}
