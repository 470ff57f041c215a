package io.throughline.feedback.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A survey's question with its live answer.
 *
 * @param question what is asked
 * @param from first moment that counts; null from the first case
 * @param to first moment that does not count any more; null to the last case
 * @param published what surveys found
 * @param live by name: series in the form of {@code GET /v1/kpis}, or tables
 */
public record Report(
        String report,
        String question,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        String zone,
        List<Reference> published,
        Map<String, Object> live) {}
