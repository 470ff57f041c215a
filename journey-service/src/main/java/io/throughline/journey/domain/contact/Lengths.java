package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.Durations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a closing record's durations say about moments of which no event came. */
final class Lengths {

    /** Nothing lasted longer than events are accepted late: 400 days. */
    private static final double LONGEST = Duration.ofDays(400).toSeconds();

    private Lengths() {}

    /** Seconds with a person: talk and hold. Wrap-up is the agent's own time. */
    static double served(@Nullable Durations durations) {
        return durations == null ? 0 : possible(durations.talk()) + possible(durations.hold());
    }

    /** Seconds of the customer's time: queue, talk and hold. */
    static double whole(@Nullable Durations durations) {
        return durations == null ? 0 : possible(durations.queue()) + served(durations);
    }

    /** The moment that was some seconds earlier, to the millisecond. */
    static Instant before(Instant at, double seconds) {
        return at.minus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** The seconds told; 0 where none were, or more than can be. */
    static double possible(@Nullable Double seconds) {
        return seconds == null || seconds > LONGEST ? 0 : seconds;
    }
}
