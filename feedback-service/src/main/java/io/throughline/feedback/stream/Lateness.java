package io.throughline.feedback.stream;

import java.time.Duration;

/**
 * How long what comes has been on its way from its journey, as it is asked once a beat, in milliseconds: the least of what
 * came since the last one. In a backlog all is old; of what is fresh some has waited for a commit that took long.
 */
final class Lateness {

    private final Duration beat;
    private long least;
    private boolean came;
    private long lastBeat;

    Lateness(Duration beat) {
        this.beat = beat;
    }

    /** Something came that had been on its way so long. */
    void came(long late) {
        least = came ? Math.min(least, late) : late;
        came = true;
    }

    /**
     * The least; 0 where nothing came since the last beat. Right after a stall nothing has come yet of what
     * lies there, so what was known before still holds.
     *
     * @param wallClock when this beat is, in milliseconds
     */
    long at(long wallClock) {
        boolean stalled = wallClock - lastBeat >= 2 * beat.toMillis();
        if (!came && !stalled) {
            least = 0;
        }
        came = false;
        lastBeat = wallClock;
        return least;
    }
}
