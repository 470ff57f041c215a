package io.throughline.feedback.domain.cell;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.domain.kpi.Contributions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** All published values from scratch, for comparison with what the stream has published. */
public final class Recomputation {

    private Recomputation() {}

    /**
     * Every value that these journeys make, as a stream that has seen them says it; its revision is 1.
     *
     * @param journeys each in its last revision, in any order
     * @param zones the zone of a tenant
     * @param clocks the latest event time known of a tenant
     * @param minimumCases a value that rests on fewer is marked small
     * @return by the key of its record
     */
    public static SortedMap<String, Kpi> of(
            Collection<Journey> journeys,
            Function<String, ZoneId> zones,
            Function<String, Instant> clocks,
            int minimumCases) {
        var cells = new HashMap<CellKey, Moves>();
        for (Journey journey : journeys) {
            var mover = new Mover(journey.journeyId(), journey.revision(), journey.asOf());
            var zone = zones.apply(journey.tenant());
            CellChanges.between(journey.tenant(), zone, List.of(), Contributions.of(journey))
                    .forEach((key, changes) ->
                            cells.computeIfAbsent(key, absent -> new Moves()).add(changes, mover));
        }
        var values = new TreeMap<String, Kpi>();
        cells.forEach((key, moves) -> Publication.of(key, Cell.NEW, moves, clocks.apply(key.tenant()), minimumCases)
                .announcements()
                .forEach(announcement -> {
                    if (announcement.kpi() != null) {
                        values.put(announcement.key(), announcement.kpi());
                    }
                }));
        return values;
    }
}
