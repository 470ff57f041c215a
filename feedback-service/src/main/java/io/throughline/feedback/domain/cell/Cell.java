package io.throughline.feedback.domain.cell;

import io.throughline.feedback.domain.kpi.KpiId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;

/**
 * Every KPI of one cell, as it was told last; what has moved it since are its {@link Moves}.
 *
 * @param asOf the latest event time of any journey that had moved it
 * @param figures by KPI
 */
public record Cell(Instant asOf, SortedMap<KpiId, Figure> figures) {

    public static final Cell NEW = new Cell(Instant.MIN, Collections.emptySortedMap());
}
