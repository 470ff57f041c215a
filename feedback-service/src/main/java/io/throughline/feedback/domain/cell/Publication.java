package io.throughline.feedback.domain.cell;

import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell about a cell.
 *
 * @param cell the cell once it has been told
 * @param announcements one for each KPI whose value, sums or state differ from what was last told; by KPI
 * @param maturesAt the next event time at which a state changes by itself; null when all is matured
 */
public record Publication(Cell cell, List<Announcement> announcements, @Nullable Instant maturesAt) {

    /**
     * Finds it.
     *
     * @param cell as it was told last
     * @param moves what has moved it since
     * @param clock the latest event time known of the tenant; a value is matured once that reaches its time
     * @param minimumCases a value that rests on fewer is marked small
     */
    public static Publication of(CellKey key, Cell cell, Moves moves, Instant clock, int minimumCases) {
        var kpis = new TreeSet<KpiId>(cell.figures().keySet());
        kpis.addAll(moves.kpis());
        var place = Place.of(key, moves.asOf(cell));
        var figures = new TreeMap<KpiId, Figure>();
        var announcements = new ArrayList<Announcement>();
        Instant maturesAt = null;
        for (KpiId kpi : kpis) {
            var rule = KpiRules.find(kpi).orElse(null);
            if (rule == null) {
                // Kept by an earlier version that had this KPI.
                continue;
            }
            var figure = cell.figures().getOrDefault(kpi, Figure.NEW);
            var restatement = new Restatement(place, rule, figure, moves, clock, minimumCases);
            figures.put(kpi, restatement.after());
            if (restatement.isNews()) {
                announcements.add(restatement.announcement());
            }
            maturesAt = earlier(maturesAt, restatement.maturesLaterAt());
        }
        return new Publication(new Cell(place.asOf(), figures), List.copyOf(announcements), maturesAt);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
