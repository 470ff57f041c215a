package io.throughline.journey.domain.rules;

import io.throughline.contracts.event.UnavailableReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel that cannot serve an intent.
 *
 * @param channel channel code
 * @param intent of that intent only; null means every intent
 * @param reason {@code DECOMMISSIONED} or {@code NOT_OFFERED}
 * @param validFrom since when; null means always
 * @param validUntil until before when; null means for good
 */
public record NotServiceable(
        String channel,
        @Nullable String intent,
        UnavailableReason reason,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    boolean holds(String code, @Nullable String wanted, Instant at) {
        return channel.equals(code)
                && (intent == null || intent.equals(wanted))
                && (validFrom == null || !at.isBefore(validFrom))
                && (validUntil == null || at.isBefore(validUntil));
    }
}
