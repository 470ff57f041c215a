package io.throughline.journey.stream;

import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit before the interval is over, as long as what a task receives was accepted just now: the next stage
 * sees nothing before it is committed. What comes from a backlog is in no hurry, and the more of it is committed together
 * the less there is to say.
 */
final class Pace {

    private static final long FRESH_MILLIS = 2_000;

    private final ProcessorContext<?, ?> context;
    private final Duration beat;
    private final Cancellable clock;
    private boolean hurry;
    private long committedAt;

    /** @param beat how far two commits are apart, at least */
    Pace(ProcessorContext<?, ?> context, Duration beat) {
        this.context = context;
        this.beat = beat;
        clock = context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, now -> ask());
    }

    /** To be called for what was received, once it is worked off. */
    void received(Headers headers) {
        hurry = hurry || context.currentSystemTimeMs() - Trail.acceptedAt(headers) < FRESH_MILLIS;
        ask();
    }

    /** @param now milliseconds since 1970 */
    void committed(long now) {
        committedAt = now;
        hurry = false;
    }

    /** Ends what it does by the clock. */
    void close() {
        clock.cancel();
    }

    private void ask() {
        if (hurry && context.currentSystemTimeMs() - committedAt >= beat.toMillis()) {
            context.commit();
        }
    }
}
