package io.throughline.servicekit.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.throughline.servicekit.privacy.WithoutMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * A stream thread that died is replaced, for what killed it (a broker that was away, a fenced transaction) is often
 * over. When threads keep dying the streams stop, the liveness check says so, and whoever runs the service restarts it.
 */
@ApplicationScoped
class ReplaceFailedThread implements StreamsUncaughtExceptionHandler {

    static final int MOST_FAILURES = 5;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ReplaceFailedThread.class);

    private final InstantSource clock;
    private final ArrayDeque<Instant> failures = new ArrayDeque<>();
    private final Counter died = Metrics.counter("throughline.streams.threads.failed");

    @Inject
    ReplaceFailedThread() {
        this(InstantSource.system());
    }

    ReplaceFailedThread(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable error) {
        var now = clock.instant();
        failures.removeIf(at -> at.isBefore(now.minus(WITHIN)));
        failures.add(now);
        died.increment();
        var response = failures.size() > MOST_FAILURES
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
        LOG.errorf(
                WithoutMessages.of(error),
                "stream thread died, failure %d in %s: %s",
                failures.size(),
                WITHIN,
                response.name());
        return response;
    }
}
