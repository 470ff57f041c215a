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

    /** A journey that took so long comes from a backlog. */
    private static final Duration STALE = Duration.ofSeconds(2);

    /**
     * While a backlog is worked off, one beat of so many is enough: what it tells is stale anyway, and the longer the
     * moves are gathered the fewer values there are to write. Of a simulated month, fifty revisions of journeys make 105
     * values each, five hundred 41, four thousand 7.
     */
    private static final int BEATS_BEHIND = 40;

    /** More moves are not gathered: each takes about half a kilobyte of the heap. */
    private static final int MOST_WAITING = 50_000;

    private final Duration beat;
    private final int minimumCases;
    private final StreamMeters meters;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Cell> cells;

    @SuppressWarnings("NullAway.Init")
    private WaitingCells waiting;

    @SuppressWarnings("NullAway.Init")
    private Maturity maturity;

    /** Whether the last message was stale when it came. */
    private boolean behind;

    /** Beats left out since the last one. */
    private int waited;

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
        context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, CellMessage> record) {
        switch (record.value()) {
            case CellMessage.Move move -> {
                long place = context().recordMetadata().orElseThrow().offset();
                waiting.add(record.key(), place, new Waiting(Trail.of(record.headers()), move));
            }
            case CellMessage.Time time -> maturity.advance(record.key(), time.now());
        }
        behind = context().currentSystemTimeMs() - record.timestamp() > STALE.toMillis();
    }

    private void tell(long wallClock) {
        boolean gathering = behind && !waiting.hasLeft() && waiting.moves() < MOST_WAITING;
        behind = false;
        if (gathering && ++waited < BEATS_BEHIND) {
            return;
        }
        waited = 0;
        maturity.due().forEach(waiting::mature);
        waiting.take(CELLS_A_BEAT).forEach((cell, gathered) -> tell(cell, gathered, wallClock));
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
