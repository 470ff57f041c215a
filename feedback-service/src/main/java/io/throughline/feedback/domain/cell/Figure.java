package io.throughline.feedback.domain.cell;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.domain.kpi.Sums;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One KPI in one cell: its sums now, and what of them the world has been told.
 *
 * @param sums now
 * @param told the sums last published; zero when nothing is
 * @param toldState the state last published; null when nothing is
 * @param revision how often it has been published
 * @param movers revisions of the journeys that have moved it since, by id; 0 is withdrawn; at most
 *     {@value #MOVERS}, those with the smallest ids
 */
public record Figure(
        Sums sums, Sums told, Kpi.@Nullable State toldState, long revision, SortedMap<String, Long> movers) {

    /** So many journeys are named in a ledger entry. */
    static final int MOVERS = 25;

    static final Figure NEW = new Figure(Sums.ZERO, Sums.ZERO, null, 0, Collections.emptySortedMap());

    Figure plus(Sums change, Mover mover) {
        var known = new TreeMap<>(movers);
        known.put(mover.journeyId(), mover.revision());
        while (known.size() > MOVERS) {
            known.pollLastEntry();
        }
        return new Figure(sums.plus(change), told, toldState, revision, known);
    }

    Figure published(Sums nowTold, Kpi.@Nullable State state) {
        return new Figure(sums, nowTold, state, revision + 1, Collections.emptySortedMap());
    }

    /** As it is, with nothing left to tell. */
    Figure quiet() {
        return new Figure(sums, told, toldState, revision, Collections.emptySortedMap());
    }
}
