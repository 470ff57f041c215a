package io.throughline.intake.rejected;

import io.throughline.contracts.intake.RejectedEvent;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals are asked for.
 *
 * @param source exactly this one; null for all
 * @param reason a part of a problem's field or reason, in any casing; null for all
 * @param from refused then or later; null for the oldest
 * @param to refused before; null for the newest
 */
record RefusalFilter(
        String tenant, @Nullable String source, @Nullable String reason, @Nullable Instant from, @Nullable Instant to) {

    boolean matches(RejectedEvent event) {
        return event.tenant().equals(tenant)
                && (source == null || source.equals(event.source()))
                && (from == null || !event.at().isBefore(from))
                && (to == null || event.at().isBefore(to))
                && (reason == null || event.problems().stream().anyMatch(this::names));
    }

    private boolean names(RejectedEvent.Problem problem) {
        return reason != null
                && (problem.field() + " " + problem.reason())
                        .toLowerCase(Locale.ROOT)
                        .contains(reason.toLowerCase(Locale.ROOT));
    }
}
