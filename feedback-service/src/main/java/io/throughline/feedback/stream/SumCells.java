package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Announcement;
import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.CellKey;
import io.throughline.feedback.domain.cell.Publication;
import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the sums of every cell and, at a steady beat, tells what has moved since the last one: many journeys that move
 * one cell within a beat make one new value of it, whose trail is that of all these journeys. A cell is read, worked out
 * and written once a beat; until then its moves wait.
 */
final class SumCells extends ContextualProcessor<String, CellMessage, String, Announcement> {

    static final String CELLS = "cells";
    static final String WAITING = "waiting-cells";
    static final String CLOCKS = "tenant-clocks";
    static final String MATURING = "maturing-cells";

    /**
     * So that a beat stays well within the transaction's time-out of ten seconds, on a busy machine too: one transaction
     * holds what the tasks of all partitions tell, and a cell has some thirty records.
     */
    private static final int CELLS_A_BEAT = 500;

    /** Of a simulated month, fifty revisions of journeys make 105 values each, five hundred 41, four thousand 7. */
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(20);

    /** In one partition; more moves are not gathered: each takes about half a kilobyte of the heap. */
    private static final int MOST_WAITING = 10_000;

    private static final long NEVER = -1;

    private final Duration beat;
    private final int minimumCases;
    private final StreamMeters meters;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Cell> cells;

    @SuppressWarnings("NullAway.Init")
    private WaitingCells waiting;

    @SuppressWarnings("NullAway.Init")
    private Maturity maturity;

    /** How long the last message that came since the last beat had been on its way from its journey, in milliseconds. */
    private long late;

    /** Whether the last beat left cells behind. */
    private boolean left;

    /** When the last beat was that told something, in milliseconds of the wall clock. */
    private long told;

    SumCells(Duration beat, int minimumCases, StreamMeters meters) {
        this.beat = beat;
        this.minimumCases = minimumCases;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Announcement> context) {
        super.init(context);
        cells = context.getStateStore(CELLS);
        waiting = new WaitingCells(context.getStateStore(WAITING));
        maturity = new Maturity(new TenantClocks(context.getStateStore(CLOCKS)), context.getStateStore(MATURING));
        late = 0;
        left = false;
        told = NEVER;
        context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, CellMessage> record) {
        switch (record.value()) {
            case CellMessage.Move move -> {
                long place = context().recordMetadata().orElseThrow().offset();
                waiting.add(place, new Waiting(record.key(), Trail.of(record.headers()), move));
            }
            case CellMessage.Time time -> maturity.advance(record.key(), time.now());
        }
        late = context().currentSystemTimeMs() - record.timestamp();
    }

    private void tell(long wallClock) {
        if (told == NEVER) {
            told = wallClock - beat.toMillis();
        }
        boolean gathering = isGathering(wallClock);
        late = 0;
        if (gathering) {
            return;
        }
        told = wallClock;
        maturity.due().forEach(waiting::mature);
        waiting.take(CELLS_A_BEAT, (cell, gathered) -> tell(cell, gathered, wallClock));
        left = !waiting.isEmpty();
    }

    /**
     * The later journeys come, the longer their moves are gathered, up to as long as they have been on their way: what is
     * told then is not young anyway, and the fewer values there are, the sooner a backlog is worked off.
     */
    private boolean isGathering(long wallClock) {
        long since = wallClock - told;
        return !left && since < late && since < LONGEST_GATHERING.toMillis() && waiting.moves() < MOST_WAITING;
    }

    private void tell(String key, WaitingCells.Gathered gathered, long wallClock) {
        var cellKey = CellKey.valueOf(key);
        Cell known = cells.get(key);
        var publication = Publication.of(
                cellKey,
                known == null ? Cell.NEW : known,
                gathered.moves(),
                maturity.clock(cellKey.tenant()),
                minimumCases);
        var headers = gathered.trail().headers();
        for (Announcement announcement : publication.announcements()) {
            context().forward(new Record<>(announcement.key(), announcement, wallClock, headers));
        }
        meters.announced(cellKey.tenant(), publication.announcements());
        cells.put(key, publication.cell());
        if (publication.maturesAt() != null) {
            maturity.watch(cellKey.tenant(), publication.maturesAt(), key);
        }
    }
}
