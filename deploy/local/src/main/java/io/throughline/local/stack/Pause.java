package io.throughline.local.stack;

import io.throughline.local.Failure;
import java.time.Duration;

/** Waiting between two looks at something outside this process. */
public final class Pause {

    private Pause() {}

    /** Waits; an interrupt ends the command. */
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
