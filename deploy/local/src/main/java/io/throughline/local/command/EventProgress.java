package io.throughline.local.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar with the rate of events; without a terminal it only keeps the time. */
final class EventProgress implements AutoCloseable {

    private final @Nullable ProgressBar bar;
    private final boolean countsBytes;
    private final long began = System.nanoTime();
    private long events;
    private long ended;

    private EventProgress(@Nullable ProgressBar bar, boolean countsBytes) {
        this.bar = bar;
        this.countsBytes = countsBytes;
    }

    /** For an input of known size, but unknown number of events. */
    static EventProgress ofBytes(String task, long bytes) {
        return new EventProgress(bar(task, bytes, " MB", 1 << 20), true);
    }

    /** For a known number of events. */
    static EventProgress ofEvents(String task, long events) {
        return new EventProgress(bar(task, events, " events", 1), false);
    }

    private static @Nullable ProgressBar bar(String task, long max, String unitName, long unitSize) {
        // The launcher sees whether standard error is a terminal; Java of this release cannot.
        if (!Boolean.getBoolean("throughline.terminal")) {
            return null;
        }
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setUnit(unitName, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    void advance(long moreEvents, long moreBytes) {
        events += moreEvents;
        if (bar != null) {
            bar.stepBy(countsBytes ? moreBytes : moreEvents);
            bar.setExtraMessage(" %,d events, %,.0f/s".formatted(events, rate()));
        }
    }

    /** As {@link #advance}, with what has been reached in all. */
    void reached(long allEvents, long allBytes) {
        events = allEvents;
        if (bar != null) {
            bar.stepTo(countsBytes ? allBytes : allEvents);
            bar.setExtraMessage(" %,d events, %,.0f/s".formatted(events, rate()));
        }
    }

    /** Events a second. */
    double rate() {
        return events / seconds();
    }

    /** Since its making, until its close; never 0. */
    double seconds() {
        return Math.max(1, (ended == 0 ? System.nanoTime() : ended) - began) / 1e9;
    }

    @Override
    public void close() {
        if (ended == 0) {
            ended = System.nanoTime();
            if (bar != null) {
                bar.close();
            }
        }
    }
}
