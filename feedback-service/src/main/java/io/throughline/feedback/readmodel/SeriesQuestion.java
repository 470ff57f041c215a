package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.cell.Published;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.KpiRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values are meant.
 *
 * @param size how long each window is; null for one over the whole span
 * @param zone in which windows begin
 * @param from event time; null from the first case. Windows are whole, so the first one may begin earlier
 * @param to event time, exclusive; null to the last case. The last window may end later
 * @param groupBy one value for each combination of these
 */
public record SeriesQuestion(
        String tenant,
        KpiRule rule,
        @Nullable WindowSize size,
        ZoneId zone,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<Dimension> groupBy,
        Filter filter) {

    /** Its dimensions in their usual order. */
    List<Dimension> by() {
        return List.copyOf(groupBy.isEmpty() ? Set.of() : EnumSet.copyOf(groupBy));
    }

    List<String> names() {
        return by().stream().map(Dimension::key).toList();
    }

    /** Whether such values are published, with a ledger. */
    public boolean isPublished(ZoneId tenantZone) {
        return size != null
                && zone.equals(tenantZone)
                && Published.groupings(size).stream()
                        .anyMatch(grouping -> Set.copyOf(grouping).equals(groupBy))
                && groupBy.containsAll(filter.allowed().keySet());
    }

    /** The cases of all its windows. */
    public CaseQuestion cases() {
        if (size == null) {
            return new CaseQuestion(tenant, rule.id(), from, to, filter);
        }
        return new CaseQuestion(
                tenant,
                rule.id(),
                from == null ? null : size.windowAt(from, zone).start(),
                to == null ? null : size.windowAt(to.minusNanos(1), zone).end(),
                filter);
    }
}
