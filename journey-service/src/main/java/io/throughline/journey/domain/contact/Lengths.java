package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.Durations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a closing record's durations say about moments of which no event came. */
final class Lengths {

    private Lengths() {}

    /** Seconds with a person: talk and hold. Wrap-up is the agent's own time. */
    static double served(@Nullable Durations durations) {
        return durations == null ? 0 : orZero(durations.talk()) + orZero(durations.hold());
    }

    /** Seconds of the customer's time: queue, talk and hold. */
    static double whole(@Nullable Durations durations) {
        return durations == null ? 0 : orZero(durations.queue()) + served(durations);
    }

    /** The moment that was some seconds earlier, to the millisecond. */
    static Instant before(Instant at, double seconds) {
        return at.minus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static double orZero(@Nullable Double seconds) {
        return seconds == null ? 0 : seconds;
    }
}
