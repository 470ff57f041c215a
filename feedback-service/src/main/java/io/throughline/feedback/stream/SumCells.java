package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Announcement;
import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.CellKey;
import io.throughline.feedback.domain.cell.Publication;
import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sums of every cell and, at a steady beat, tells what has moved since the last one: many journeys that move
 * one cell within a beat make one new value of it, whose trail is that of all these journeys.
 */
final class SumCells extends ContextualProcessor<String, CellMessage, String, Announcement> {

    static final String CELLS = "cells";
    static final String DIRTY = "dirty-cells";
    static final String CLOCKS = "tenant-clocks";
    static final String MATURING = "maturing-cells";

    /** So that a beat after much history was loaded stays well within the transaction's time-out of ten seconds. */
    private static final int CELLS_A_BEAT = 1_000;

    /** A journey that took so long comes from a backlog. */
    private static final Duration STALE = Duration.ofSeconds(2);

    /**
     * While a backlog is worked off, one beat of so many is enough: what it tells is stale anyway, and the longer the
     * moves are gathered the fewer values there are to write.
     */
    private static final int BEATS_BEHIND = 10;

    /** Some 10 KB each there. */
    private static final int CELLS_ON_HEAP = 4_000;

    private final Duration beat;
    private final int minimumCases;
    private final StreamMeters meters;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Cell> cells;

    /** What of the cells was used last: reading fifty KPIs from their form costs more than moving some. */
    private final Map<String, Cell> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cell> eldest) {
            return size() > CELLS_ON_HEAP;
        }
    };

    /** The trail of the moves, by cell. */
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, String> dirty;

    @SuppressWarnings("NullAway.Init")
    private Maturity maturity;

    /** Where the last beat stopped; null when it came to the end. */
    private @Nullable String next;

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
        // A task that was closed after an abort begins again with what the store has.
        recent.clear();
        dirty = context.getStateStore(DIRTY);
        maturity = new Maturity(new TenantClocks(context.getStateStore(CLOCKS)), context.getStateStore(MATURING));
        context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, CellMessage> record) {
        switch (record.value()) {
            case CellMessage.Move move -> move(record.key(), move, Trail.of(record.headers()));
            case CellMessage.Time time -> maturity.advance(record.key(), time.now());
        }
        behind = context().currentSystemTimeMs() - record.timestamp() > STALE.toMillis();
    }

    private void move(String key, CellMessage.Move move, Trail trail) {
        Cell cell = cell(key);
        put(key, (cell == null ? Cell.NEW : cell).plus(move.changes(), move.mover()));
        String waiting = dirty.get(key);
        dirty.put(key, (waiting == null ? trail : Trail.valueOf(waiting).with(trail)).toString());
    }

    private void tell(long wallClock) {
        boolean wait = behind && next == null && ++waited < BEATS_BEHIND;
        behind = false;
        if (wait) {
            return;
        }
        waited = 0;
        maturity.due().forEach(cell -> dirty.putIfAbsent(cell, Trail.NONE.toString()));
        int told = 0;
        try (KeyValueIterator<String, String> waiting = next == null ? dirty.all() : dirty.range(next, null)) {
            next = null;
            while (waiting.hasNext()) {
                KeyValue<String, String> entry = waiting.next();
                if (++told > CELLS_A_BEAT) {
                    next = entry.key;
                    break;
                }
                tell(entry.key, entry.value, wallClock);
                dirty.delete(entry.key);
            }
        }
    }

    private void tell(String key, String trail, long wallClock) {
        Cell cell = cell(key);
        if (cell == null) {
            return;
        }
        CellKey cellKey = CellKey.valueOf(key);
        var publication = Publication.of(cellKey, cell, maturity.clock(cellKey.tenant()), minimumCases);
        for (Announcement announcement : publication.announcements()) {
            context()
                    .forward(new Record<>(
                            announcement.key(),
                            announcement,
                            wallClock,
                            Trail.valueOf(trail).headers()));
            meters.announced(cellKey.tenant(), announcement);
        }
        put(key, publication.cell());
        if (publication.maturesAt() != null) {
            maturity.watch(cellKey.tenant(), publication.maturesAt(), key);
        }
    }

    private @Nullable Cell cell(String key) {
        Cell known = recent.get(key);
        if (known == null) {
            known = cells.get(key);
            if (known != null) {
                recent.put(key, known);
            }
        }
        return known;
    }

    private void put(String key, Cell cell) {
        cells.put(key, cell);
        recent.put(key, cell);
    }
}
