package io.throughline.feedback.report;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param published what surveys found; a figure that answers the same has it as its {@code reference} too
 * @param sections the live figures
 * @param live some reports' series in the form of {@code GET /v1/kpis}, and tables, by name; left out where there are none
 */
public record Report(
        String report,
        String question,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        String zone,
        List<Reference> published,
        List<Section> sections,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> live) {}
