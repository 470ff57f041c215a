package io.throughline.contracts.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issue was solved.
 *
 * @param state what is known
 * @param by who said so, {@code agent}, {@code customer} or {@code case}; null when nobody did
 * @param at when it was solved; null unless state is RESOLVED
 * @param provisionalUntil until when a further contact about the issue can still change it (event time); null when it
 *     cannot
 */
public record Resolution(State state, @Nullable String by, @Nullable Instant at, @Nullable Instant provisionalUntil) {

    /** What is known of an issue. */
    public enum State {
        RESOLVED,
        UNRESOLVED,
        UNKNOWN
    }
}
