package io.throughline.contracts.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input that intake refused.
 *
 * @param rejectionId names it
 * @param source where it came from as far as that could be read, e.g. the event's source or {@code webhook:zendesk/acme}
 * @param eventId the event's id; null where it could not be read
 * @param problems why, one entry a fault
 * @param input the refused input as text, sensitive values masked
 * @param at when (UTC)
 */
public record RejectedEvent(
        String tenant,
        String rejectionId,
        String source,
        @Nullable String eventId,
        List<Problem> problems,
        String input,
        Instant at) {

    /**
     * One fault.
     *
     * @param field the field at fault, as a path, e.g. {@code data.channel}
     * @param reason what is wrong with it
     * @param remedy what to send instead
     */
    public record Problem(String field, String reason, String remedy) {}

    public RejectedEvent {
        problems = List.copyOf(problems);
    }
}
