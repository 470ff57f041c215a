package io.throughline.feedback.domain.cell;

import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every KPI of one cell.
 *
 * @param asOf the latest event time of any journey that moved it
 * @param figures by KPI
 */
public record Cell(Instant asOf, SortedMap<KpiId, Figure> figures) {

    public static final Cell NEW = new Cell(Instant.MIN, Collections.emptySortedMap());

    /** The cell after a journey moved it. */
    public Cell plus(SortedMap<KpiId, Sums> changes, Mover mover) {
        var moved = new TreeMap<>(figures);
        changes.forEach((kpi, change) ->
                moved.put(kpi, moved.getOrDefault(kpi, Figure.NEW).plus(change, mover)));
        return new Cell(mover.asOf().isAfter(asOf) ? mover.asOf() : asOf, moved);
    }
}
