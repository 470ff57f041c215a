package io.throughline.feedback.domain.cell;

import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much the cells move when what a journey contributes changes. */
public final class CellChanges {

    /** Contributions of one time and place go to the same cells. */
    private record Spot(Instant at, Dimensions dimensions) {}

    private CellChanges() {}

    /**
     * What to add to the sums of every published cell so that they hold the journey's new contributions instead of its
     * old ones. What stays the same is not in it; a journey that is new has no old ones, one that is gone no new ones.
     *
     * @return in an order that only the arguments decide
     */
    public static Map<CellKey, SortedMap<KpiId, Sums>> between(
            String tenant, ZoneId zone, List<Contribution> old, List<Contribution> now) {
        var changes = new LinkedHashMap<CellKey, SortedMap<KpiId, Sums>>();
        differences(old, now).forEach((spot, sums) -> {
            for (WindowSize size : Published.SIZES) {
                Instant start = size.windowAt(spot.at(), zone).start();
                for (var group : Published.groups(size, spot.dimensions())) {
                    add(changes, new CellKey(tenant, zone, size, start, group), sums);
                }
            }
        });
        return withoutZeros(changes);
    }

    private static Map<Spot, SortedMap<KpiId, Sums>> differences(List<Contribution> old, List<Contribution> now) {
        var differences = new LinkedHashMap<Spot, SortedMap<KpiId, Sums>>();
        now.forEach(contribution -> add(differences, spot(contribution), contribution.sums()));
        old.forEach(contribution -> takeAway(differences, spot(contribution), contribution.sums()));
        return withoutZeros(differences);
    }

    private static Spot spot(Contribution contribution) {
        return new Spot(contribution.at(), contribution.dimensions());
    }

    private static <K> void add(Map<K, SortedMap<KpiId, Sums>> all, K key, SortedMap<KpiId, Sums> sums) {
        var there = all.get(key);
        if (there == null) {
            all.put(key, new TreeMap<>(sums));
        } else {
            sums.forEach((kpi, value) -> there.merge(kpi, value, Sums::plus));
        }
    }

    private static <K> void takeAway(Map<K, SortedMap<KpiId, Sums>> all, K key, Map<KpiId, Sums> sums) {
        var there = all.computeIfAbsent(key, absent -> new TreeMap<>());
        sums.forEach((kpi, value) ->
                there.put(kpi, there.getOrDefault(kpi, Sums.ZERO).minus(value)));
    }

    private static <K> Map<K, SortedMap<KpiId, Sums>> withoutZeros(Map<K, SortedMap<KpiId, Sums>> all) {
        all.values().forEach(sums -> sums.values().removeIf(Sums::isZero));
        all.values().removeIf(SortedMap::isEmpty);
        return all;
    }
}
