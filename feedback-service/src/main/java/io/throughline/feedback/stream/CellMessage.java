package io.throughline.feedback.stream;

import io.throughline.feedback.domain.cell.Mover;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.time.Instant;
import java.util.Map;

/** What the cells are told. */
sealed interface CellMessage {

    /**
     * A journey moves a cell, which is the record's key.
     *
     * @param changes what to add, of every KPI that it moves there
     * @param mover which journey
     */
    record Move(Map<KpiId, Sums> changes, Mover mover) implements CellMessage {}

    /** The event time of a tenant, which is the record's key, has come to here. It concerns cells of every partition. */
    record Time(Instant now) implements CellMessage {}
}
