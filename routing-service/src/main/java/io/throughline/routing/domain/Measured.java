package io.throughline.routing.domain;

/**
 * What was measured of one channel.
 *
 * @param intent first contacts about the intent asked for
 * @param channel first contacts about any intent, that one included
 */
public record Measured(Counts intent, Counts channel) {

    public static final Measured NOTHING = new Measured(Counts.NONE, Counts.NONE);

    /** How many contacts were measured in the channel. */
    long contacts() {
        return Math.max(intent.contacts(), channel.contacts());
    }
}
