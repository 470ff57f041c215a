package io.throughline.feedback.stream;

import io.throughline.feedback.domain.kpi.Contribution;
import java.time.ZoneId;
import java.util.List;

/**
 * What a journey has added to the cells, so that it can be taken away again.
 *
 * @param zone whose windows it was added to
 */
record CountedJourney(ZoneId zone, List<Contribution> contributions) {

    /** Contacts are left out: they do not say which cell is moved, or by how much. */
    static CountedJourney of(ZoneId zone, List<Contribution> contributions) {
        return new CountedJourney(
                zone,
                contributions.stream()
                        .map(of -> new Contribution(of.at(), of.dimensions(), List.of(), of.sums()))
                        .toList());
    }

    static CountedJourney nothing(ZoneId zone) {
        return new CountedJourney(zone, List.of());
    }
}
