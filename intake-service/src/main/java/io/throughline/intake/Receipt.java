package io.throughline.intake;

import io.throughline.intake.domain.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request's events, all of it safely in Kafka.
 *
 * @param accepted events in {@code contact.events}, without repeats
 * @param duplicates events that repeat an accepted one of the same request, by source and id
 * @param refused the others, in {@code contact.events.rejected}
 */
public record Receipt(int accepted, int duplicates, List<Refusal> refused) {

    /**
     * An event that was refused.
     *
     * @param index its place in the request, from 0
     * @param id the event's id; null where it could not be read
     * @param problems at least one
     */
    public record Refusal(int index, @Nullable String id, List<Problem> problems) {
        public Refusal {
            problems = List.copyOf(problems);
        }
    }

    public Receipt {
        refused = List.copyOf(refused);
    }

    /** Whether nothing but refused events came. */
    public boolean noneAccepted() {
        return accepted == 0 && !refused.isEmpty();
    }
}
