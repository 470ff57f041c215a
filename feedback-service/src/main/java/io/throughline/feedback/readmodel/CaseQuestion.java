package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.kpi.KpiId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are meant.
 *
 * @param from event time, inclusive; null from the first
 * @param to event time, exclusive; null to the last
 */
public record CaseQuestion(String tenant, KpiId kpi, @Nullable Instant from, @Nullable Instant to, Filter filter) {

    CaseQuestion within(Instant newFrom, Instant newTo) {
        return new CaseQuestion(tenant, kpi, newFrom, newTo, filter);
    }

    /** As a condition on the table of contributions; its parameters are added to the list. */
    String condition(List<@Nullable Object> parameters) {
        var conditions = new ArrayList<>(List.of("contribution.tenant = ?", "kpi = ?"));
        parameters.add(tenant);
        parameters.add(kpi.toString());
        if (from != null) {
            conditions.add("at >= ?");
            parameters.add(from);
        }
        if (to != null) {
            conditions.add("at < ?");
            parameters.add(to);
        }
        filter.allowed().forEach((dimension, values) -> {
            conditions.add("contribution." + dimension.key() + " = any (?)");
            parameters.add(values);
        });
        return String.join(" and ", conditions);
    }
}
