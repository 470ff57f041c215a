package io.throughline.feedback.domain.cell;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.domain.kpi.Sums;
import org.jspecify.annotations.Nullable;

/**
 * One KPI in one cell, as it was told last.
 *
 * @param sums of all that had moved it then
 * @param toldState the state published; null when there is no value
 * @param revision how often it has been published
 */
public record Figure(Sums sums, Kpi.@Nullable State toldState, long revision) {

    static final Figure NEW = new Figure(Sums.ZERO, null, 0);

    /** What the world takes the sums to be: sums that make no value are told as nothing. */
    Sums told() {
        return toldState == null ? Sums.ZERO : sums;
    }
}
