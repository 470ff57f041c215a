package io.throughline.feedback.stream;

import java.time.Duration;

/**
 * How long what comes has been on its way from its journey, in milliseconds: the least of what came in a beat. In a
 * backlog all is old; of what is fresh some has waited for a commit that took long.
 */
final class Lateness {

    /** In beats: as long as two commits take. */
    private static final double QUIET = 0.8;

    /** In beats: so much longer at most, however late what came is. */
    private static final int LONGEST = 2;

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
     * The least; 0 where nothing comes any more. The later what came is, the longer more of it may take: parts of one
     * correction come with several commits, each of which takes longer the more it holds, and told apart they make twice
     * as many values. Right after a stall nothing has come yet of what lies there, so what was known before still holds.
     *
     * @param wallClock when it is asked, in milliseconds; several times a beat
     */
    long at(long wallClock) {
        boolean stalled = wallClock - lastLook >= 2 * beat;
        if (came || stalled) {
            lastCame = wallClock;
        }
        if (wallClock - lastCame >= QUIET * beat + Math.min(known, LONGEST * beat)) {
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
