package io.throughline.intake.source;

import java.io.IOException;

/** One source at work. */
@FunctionalInterface
interface Feed {

    /**
     * Takes in what is there.
     *
     * @return whether there was anything; if not, it is worth waiting a moment before the next look
     * @throws IOException when the source cannot be read at the moment
     * @throws InterruptedException when intake stops
     */
    boolean takeWhatIsThere() throws IOException, InterruptedException;
}
