package io.throughline.journey.domain.rules;

import java.time.Duration;

/**
 * Which contacts are one journey.
 *
 * @param gap longest time after the last contact ended until the next one about the same or an unknown intent
 * @param reopening longest time after an issue was resolved until a contact with the same intent reopens it
 * @param reconnect longest time after a drop until the next contact on the same channel is still the same contact
 */
public record StitchingRules(Duration gap, Duration reopening, Duration reconnect) {

    static final StitchingRules DEFAULTS =
            new StitchingRules(Duration.ofDays(7), Duration.ofHours(72), Duration.ofMinutes(5));
}
