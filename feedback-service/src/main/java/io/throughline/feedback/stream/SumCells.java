package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Announcement;
import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.CellKey;
import io.throughline.feedback.domain.cell.Publication;
import io.throughline.servicekit.streams.BeforeCommit;
import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.util.List;
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

    static final String NAME = "sum-cells";
    static final String CELLS = "cells";
    static final String WAITING = "waiting-cells";
    static final String CLOCKS = "tenant-clocks";
    static final String MATURING = "maturing-cells";

    /**
     * So that it stays well within the transaction's time-out of ten seconds, on a busy machine too: one transaction
     * holds what the tasks of all partitions tell of both queues, and a cell has some thirty records.
     */
    private static final int CELLS_AT_ONCE = 250;

    /** Of those that can wait, while more comes: told together, all else would wait for them each time. */
    private static final int WAITING_CELLS_AT_ONCE = 2;

    /** How often in a beat it is looked whether something is to be told: a round goes on, and silence is heard, sooner. */
    private static final int LOOKS_A_BEAT = 5;

    private static final int NO_PATIENCE = 1;
    private static final int PATIENCE = 30;

    private final Duration beat;
    private final int minimumCases;
    private final StreamMeters meters;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Cell> cells;

    @SuppressWarnings("NullAway.Init")
    private WaitingCells waiting;

    @SuppressWarnings("NullAway.Init")
    private Maturity maturity;

    @SuppressWarnings("NullAway.Init")
    private Telling soon;

    @SuppressWarnings("NullAway.Init")
    private Telling later;

    @SuppressWarnings("NullAway.Init")
    private Lateness lateness;

    SumCells(Duration beat, int minimumCases, StreamMeters meters) {
        this.beat = beat;
        this.minimumCases = minimumCases;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Announcement> context) {
        super.init(context);
        cells = context.getStateStore(CELLS);
        maturity = new Maturity(new TenantClocks(context.getStateStore(CLOCKS)), context.getStateStore(MATURING));
        waiting = new WaitingCells(context.getStateStore(WAITING), this::canWait);
        soon = new Telling(waiting.soon(), NO_PATIENCE, beat, CELLS_AT_ONCE, CELLS_AT_ONCE);
        later = new Telling(waiting.later(), PATIENCE, beat, WAITING_CELLS_AT_ONCE, CELLS_AT_ONCE);
        lateness = new Lateness(beat);
        BeforeCommit beforeCommit = context.getStateStore(BeforeCommit.of(NAME));
        beforeCommit.act(context, now -> waiting.save());
        context.schedule(beat.dividedBy(LOOKS_A_BEAT), PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, CellMessage> record) {
        switch (record.value()) {
            case CellMessage.Move move -> {
                waiting.add(record.key(), Trail.of(record.headers()), move);
                lateness.came(context().currentSystemTimeMs() - record.timestamp());
            }
            case CellMessage.Time time -> maturity.advance(record.key(), time.now());
        }
    }

    /** An hour or a day that is over: those that go on are watched while they move. */
    private boolean canWait(String key) {
        var cell = CellKey.valueOf(key);
        return !cell.window().end().isAfter(maturity.clock(cell.tenant()));
    }

    private void tell(long wallClock) {
        long late = lateness.at(wallClock);
        maturity.due().forEach(waiting::mature);
        for (Telling telling : List.of(soon, later)) {
            telling.tell(late, wallClock, (cell, gathered) -> tell(cell, gathered, wallClock));
        }
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
