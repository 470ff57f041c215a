package io.throughline.intake;

import io.throughline.intake.Candidate.Unreadable;
import java.util.function.Consumer;

/** What one request sent, given out one by one so that it never has to be in memory all at once. */
@FunctionalInterface
public interface Candidates {

    /**
     * Gives each candidate in turn.
     *
     * @throws UnreadableBody when the request turns out to be unreadable as a whole; then none of it counts
     */
    void forEach(Consumer<Candidate> take) throws UnreadableBody;

    /** A request that cannot be read to its end. */
    final class UnreadableBody extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Unreadable body;

        public UnreadableBody(Unreadable body) {
            super(body.problem().reason(), null, false, false);
            this.body = body;
        }

        /** The whole body, and what is wrong with it. */
        public Unreadable body() {
            return body;
        }
    }
}
