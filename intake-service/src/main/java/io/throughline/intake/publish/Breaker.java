package io.throughline.intake.publish;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * While Kafka does not acknowledge, one request at a time finds out whether it does again, and the others are told at once
 * to come later. Without it each would wait as long, the threads would be used up by waiting, and those behind them
 * would hear nothing within the time that platforms give.
 */
final class Breaker {

    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long CLOSED = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    /** When the next try may begin; {@link #CLOSED} while writes succeed. */
    private final AtomicLong nextTry = new AtomicLong(CLOSED);

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a request may try to write. */
    boolean mayTry() {
        long next = nextTry.get();
        if (next == CLOSED) {
            return true;
        }
        long now = nanoTime.getAsLong();
        return now - next >= 0 && nextTry.compareAndSet(next, now + BETWEEN_TRIES_NANOS);
    }

    /** Whether writes succeed. */
    boolean isClosed() {
        return nextTry.get() == CLOSED;
    }

    void succeeded() {
        if (nextTry.get() != CLOSED) {
            nextTry.set(CLOSED);
        }
    }

    void failed() {
        nextTry.set(nanoTime.getAsLong() + BETWEEN_TRIES_NANOS);
    }
}
