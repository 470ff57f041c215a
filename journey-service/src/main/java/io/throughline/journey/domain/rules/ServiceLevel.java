package io.throughline.journey.domain.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wait the tenant has published.
 *
 * @param channel channel code
 * @param queue of that queue only; null means every queue of the channel
 * @param seconds the promise
 * @param validFrom since when it holds; null means always
 */
public record ServiceLevel(String channel, @Nullable String queue, double seconds, @Nullable Instant validFrom) {}
