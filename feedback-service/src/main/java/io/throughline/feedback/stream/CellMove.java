package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Mover;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.util.SortedMap;

/**
 * A journey moves a cell.
 *
 * @param changes what to add, of every KPI that it moves there
 * @param mover which journey
 */
record CellMove(SortedMap<KpiId, Sums> changes, Mover mover) {}
