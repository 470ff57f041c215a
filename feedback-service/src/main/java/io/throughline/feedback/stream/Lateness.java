package io.throughline.feedback.stream;

import java.time.Duration;

/**
 * How long what comes has been on its way from its journey, in milliseconds: the least of what came in a beat. In a
 * backlog all is old; of what is fresh some has waited for a commit that took long.
 */
final class Lateness {

    /** Of a beat: as long as two commits, so that a correction whose parts come with several is told once. */
    private static final double QUIET = 0.8;

    private final long beat;

    /** What came since {@link #began}. */
    private long least = Long.MAX_VALUE;

    private long known;
    private boolean came;
    private long lastCame;
    private long lastLook;
    /** When the beat began of which the least is sought. */
    private long began;

    Lateness(Duration beat) {
        this.beat = beat.toMillis();
    }

    /** Something came that had been on its way so long. */
    void came(long late) {
        least = Math.min(least, late);
        came = true;
    }

    /**
     * The least; 0 where nothing came for most of a beat. Right after a stall nothing has come yet of what lies there, so
     * what was known before still holds.
     *
     * @param wallClock when it is asked, in milliseconds; several times a beat
     */
    long at(long wallClock) {
        boolean stalled = wallClock - lastLook >= 2 * beat;
        if (came || stalled) {
            lastCame = wallClock;
        }
        if (wallClock - lastCame >= QUIET * beat) {
            known = 0;
            least = Long.MAX_VALUE;
            began = 0;
        } else if (came && wallClock - began >= beat) {
            known = least;
            least = Long.MAX_VALUE;
            began = wallClock;
        }
        came = false;
        lastLook = wallClock;
        return known;
    }
}
