package io.throughline.feedback.stream;

import java.time.Duration;
import java.util.function.BiConsumer;

/** Decides when the cells that wait in a queue are told. */
final class Telling {

    /** Of a simulated month, fifty revisions of journeys make 105 values each, five hundred 41, four thousand 7. */
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(20);

    /** In one partition; more moves are not gathered: each takes about 200 bytes of the heap. */
    private static final int MOST_MOVES = 30_000;

    /** Nor more cells: with sums and movers of each KPI one takes some six kilobytes, however few its moves are. */
    private static final int MOST_CELLS = 5_000;

    private static final long NEVER = -1;

    private final WaitingCells.Queue queue;
    private final int patience;
    private final Duration beat;
    private final int usual;
    private final int most;

    /** When it was told last, in milliseconds of the wall clock. */
    private long told = NEVER;

    /** How many of the cells that waited then are yet to be told. */
    private int left;

    /**
     * One that is looked at some times a beat.
     *
     * @param patience how many times as long as journeys have been on their way their moves are gathered
     * @param beat between two rounds, at least
     * @param usual cells that are told at once while more journeys come
     * @param most the same where none comes, or too much waits
     */
    Telling(WaitingCells.Queue queue, int patience, Duration beat, int usual, int most) {
        this.queue = queue;
        this.patience = patience;
        this.beat = beat;
        this.usual = usual;
        this.most = most;
    }

    /**
     * Hands over cells where they are due.
     *
     * @param late {@link Lateness} of the journeys that come, in milliseconds; 0 where none comes
     */
    void tell(long late, long wallClock, BiConsumer<String, WaitingCells.Gathered> teller) {
        if (isDue(late, wallClock)) {
            if (left <= 0) {
                left = queue.size();
                told = wallClock;
            }
            int cells = late == 0 || isFull() ? most : usual;
            queue.take(cells, teller);
            left -= cells;
        }
    }

    /**
     * The later journeys come, the longer their moves are gathered, in proportion to how long they have been on their way:
     * what is told then is not young anyway, and the fewer values there are, the sooner a backlog is worked off.
     */
    private boolean isDue(long late, long wallClock) {
        if (told == NEVER) {
            told = wallClock - beat.toMillis();
        }
        long gathering = Math.max(beat.toMillis(), Math.min(patience * late, LONGEST_GATHERING.toMillis()));
        return left > 0 || wallClock - told >= gathering || isFull();
    }

    private boolean isFull() {
        return queue.moves() >= MOST_MOVES || queue.size() >= MOST_CELLS;
    }
}
