package io.throughline.feedback.domain.cell;

import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.RunningSums;
import io.throughline.feedback.domain.kpi.Sums;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers how journeys move a cell between two times at which it is told. */
public final class Moves {

    /** So many journeys are named in a ledger entry, those with the smallest ids. */
    static final int MOVERS = 25;

    private final Map<KpiId, RunningSums> changes = new HashMap<>();
    private final Map<KpiId, SortedMap<String, Long>> movers = new HashMap<>();
    private Instant asOf = Instant.MIN;

    /** Adds what one journey moves. */
    public Moves add(Map<KpiId, Sums> moved, Mover mover) {
        moved.forEach((kpi, change) -> {
            changes.computeIfAbsent(kpi, absent -> new RunningSums()).add(change);
            name(mover, movers.computeIfAbsent(kpi, absent -> new TreeMap<>()));
        });
        asOf = later(asOf, mover.asOf());
        return this;
    }

    private static void name(Mover mover, SortedMap<String, Long> known) {
        boolean full = known.size() == MOVERS;
        if (full && mover.journeyId().compareTo(known.lastKey()) > 0) {
            return;
        }
        known.put(mover.journeyId(), mover.revision());
        if (known.size() > MOVERS) {
            known.pollLastEntry();
        }
    }

    /** The KPIs that have been moved. */
    Set<KpiId> kpis() {
        return changes.keySet();
    }

    /** What to add to a KPI's sums. */
    Sums change(KpiId kpi) {
        var change = changes.get(kpi);
        return change == null ? Sums.ZERO : change.sums();
    }

    /** Revisions of the journeys that moved a KPI, by id; 0 is withdrawn. */
    SortedMap<String, Long> movers(KpiId kpi) {
        return movers.getOrDefault(kpi, Collections.emptySortedMap());
    }

    /** The latest event time of the journeys and of what they move. */
    Instant asOf(Cell cell) {
        return later(cell.asOf(), asOf);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
