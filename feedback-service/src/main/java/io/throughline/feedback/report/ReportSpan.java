package io.throughline.feedback.report;

import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.feedback.readmodel.Filter;
import io.throughline.feedback.readmodel.SeriesQuestion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of what a report is made.
 *
 * @param from event time; null from the first case
 * @param to event time, exclusive; null to the last case
 */
public record ReportSpan(String tenant, ZoneId zone, @Nullable Instant from, @Nullable Instant to, Filter filter) {

    /** As long as an issue goes on without a contact: what became of a younger one cannot be told yet. */
    static final Duration GOES_ON = Duration.ofDays(7);

    /** One value of a KPI for the whole span, or one for each value of a dimension. */
    SeriesQuestion of(String kpi, Dimension... groupBy) {
        return new SeriesQuestion(tenant, rule(kpi), null, zone, from, to, Set.of(groupBy), filter);
    }

    /** The same, but no later: cases of which it cannot be told yet what became of them are not countable. */
    ReportSpan until(Instant latest) {
        return new ReportSpan(tenant, zone, from, to == null || latest.isBefore(to) ? latest : to, filter);
    }

    static KpiRule rule(String kpi) {
        return KpiRules.find(KpiId.valueOf(kpi)).orElseThrow();
    }
}
