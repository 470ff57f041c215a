package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.cell.Window;
import io.throughline.feedback.domain.kpi.KpiId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are meant.
 *
 * @param from event time, inclusive; null from the first
 * @param to event time, exclusive; null to the last
 */
public record CaseQuestion(String tenant, KpiId kpi, @Nullable Instant from, @Nullable Instant to, Filter filter) {

    /**
     * As a table of a query: {@code cases}, with what each adds to the KPI in its column {@code adds}, which is null for
     * cases that the KPI does not look at. Its parameters are added to the list.
     */
    String table(List<@Nullable Object> parameters) {
        var conditions = new ArrayList<>(List.of("tenant = ?"));
        parameters.add(kpi.toString());
        parameters.add(tenant);
        if (from != null) {
            conditions.add("at >= ?");
            parameters.add(from);
        }
        if (to != null) {
            conditions.add("at < ?");
            parameters.add(to);
        }
        filter.allowed().forEach((dimension, values) -> {
            conditions.add(dimension.key() + " = any (?)");
            parameters.add(values);
        });
        return "(select contribution.*, sums -> ? as adds from contribution where " + String.join(" and ", conditions)
                + ") as cases";
    }

    /**
     * Those of its cases that fall into windows, as the same table with {@code window_number}, from 1. {@code offset 0}
     * keeps PostgreSQL from looking up again for each sum what a case adds, and from expecting as many windows as there are
     * times, for which it would sort all cases instead of counting them where they belong.
     *
     * @param windows one after another without gap, at least one
     */
    String table(List<Window> windows, List<@Nullable Object> parameters) {
        var bounds = Stream.concat(
                        windows.stream().map(Window::start),
                        Stream.of(windows.getLast().end()))
                .toList();
        parameters.add(bounds);
        return "(select width_bucket(at, ?) as window_number, cases.* from "
                + within(bounds.getFirst(), bounds.getLast()).table(parameters) + " offset 0) as cases";
    }

    private CaseQuestion within(Instant newFrom, Instant newTo) {
        return new CaseQuestion(tenant, kpi, newFrom, newTo, filter);
    }
}
