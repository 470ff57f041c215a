package io.throughline.intake.rejected;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.contracts.intake.RejectedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refused input, as it is shown.
 *
 * @param id names it in this API
 * @param at when it was refused
 * @param source where it came from, as far as that could be read
 * @param eventId the event's id; absent where it could not be read
 * @param problems why, one entry a fault
 * @param mendedAt when it was mended and sent again; absent where it was not
 * @param input what was refused, masked; in a list absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalView(
        String id,
        Instant at,
        String source,
        @Nullable String eventId,
        List<RejectedEvent.Problem> problems,
        @Nullable Instant mendedAt,
        @Nullable String input) {

    static RefusalView of(Refusal refusal, @Nullable Instant mendedAt) {
        var event = refusal.event();
        return new RefusalView(
                refusal.place().toString(),
                event.at(),
                event.source(),
                event.eventId(),
                event.problems(),
                mendedAt,
                event.input());
    }

    RefusalView withoutInput() {
        return new RefusalView(id, at, source, eventId, problems, mendedAt, null);
    }
}
