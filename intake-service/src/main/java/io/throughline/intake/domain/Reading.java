package io.throughline.intake.domain;

import io.throughline.contracts.event.ContactEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be. */
public sealed interface Reading {

    /**
     * An event of the contract.
     *
     * @param event without tenant and received time, its identifiers still raw
     */
    record Accepted(ContactEvent event) implements Reading {}

    /**
     * None.
     *
     * @param source the event's source; null where it could not be read
     * @param id the event's id; null where it could not be read
     * @param problems everything that is wrong, at least one
     */
    record Refused(@Nullable String source, @Nullable String id, List<Problem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }

        /** Nothing of the input could be read. */
        public static Refused unreadable(Problem problem) {
            return new Refused(null, null, List.of(problem));
        }
    }
}
