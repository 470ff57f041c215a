package io.throughline.intake.domain;

import io.throughline.intake.domain.Problem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which event times are accepted.
 *
 * @param now intake's clock
 * @param maxLate how long ago an event may have happened
 */
public record TimeLimits(Instant now, Duration maxLate) {

    /** A skewed clock is tolerated up to here. */
    static final Duration MAX_AHEAD = Duration.ofHours(1);

    private static final int EPOCH_YEAR = 1970;

    /** What is wrong with a time; null when nothing is. Both limits themselves are accepted. */
    @Nullable
    Problem check(String field, Instant time) {
        if (time.isAfter(now.plus(MAX_AHEAD))) {
            return new Problem(
                    field,
                    Kind.IN_FUTURE,
                    "is more than " + MAX_AHEAD.toHours() + " h ahead of intake's clock",
                    "set the sender's clock, and send when it happened with the right offset");
        }
        if (time.isBefore(now.minus(maxLate))) {
            return time.atOffset(ZoneOffset.UTC).getYear() == EPOCH_YEAR
                    ? new Problem(
                            field,
                            Kind.TOO_OLD,
                            "is in 1970: some systems write an unknown time so, or seconds for milliseconds",
                            "send when it happened")
                    : new Problem(
                            field,
                            Kind.TOO_OLD,
                            "is more than " + maxLate.toDays() + " days ago",
                            "events are accepted up to " + maxLate.toDays()
                                    + " days late; longer for a connection with a maxLate of its own,"
                                    + " and for history in a backfill (./throughline import)");
        }
        return null;
    }
}
