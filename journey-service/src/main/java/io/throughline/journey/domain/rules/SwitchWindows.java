package io.throughline.journey.domain.rules;

import io.throughline.contracts.catalogue.Channel;
import java.time.Duration;

/**
 * How soon after a contact the next one, on another channel, counts as a switch.
 *
 * @param live after live and self-service channels
 * @param asynchronous after asynchronous channels
 * @param instructed after an explicit instruction, and for an appointment, whatever the channels
 */
public record SwitchWindows(Duration live, Duration asynchronous, Duration instructed) {

    static final SwitchWindows DEFAULTS =
            new SwitchWindows(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(7));

    /** The window after a channel without an instruction. */
    public Duration after(Channel channel) {
        return switch (channel.timing()) {
            case LIVE -> live;
            case ASYNCHRONOUS -> asynchronous;
        };
    }
}
