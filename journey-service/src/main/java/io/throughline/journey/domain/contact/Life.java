package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a contact began and ended (event times).
 *
 * @param startedAt when it began
 * @param start the event that marks the beginning
 * @param endedAt when it ended; null where no event says so, or where it went on afterwards
 * @param end the event that ended it; null like endedAt
 * @param endedBy who ended it; null not known
 * @param lastActivityAt the last event of the contact itself, surveys about it left out
 * @param lastEventAt the last event of any kind
 */
public record Life(
        Instant startedAt,
        EventRef start,
        @Nullable Instant endedAt,
        @Nullable EventRef end,
        @Nullable Party endedBy,
        Instant lastActivityAt,
        Instant lastEventAt) {

    /** When it ended; where no event says so, when it was last heard of. */
    public Instant knownUntil() {
        return endedAt == null ? lastActivityAt : endedAt;
    }
}
