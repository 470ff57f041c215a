package io.throughline.feedback.domain.kpi;

import io.throughline.testkit.journey.SampleJourney;
import java.util.List;

/** What a journey contributes to one KPI. */
final class Counted {

    private Counted() {}

    static List<Contribution> contributions(String kpi, SampleJourney journey) {
        return Contributions.of(journey.build()).stream()
                .filter(contribution -> contribution.sums().containsKey(KpiId.valueOf(kpi)))
                .toList();
    }

    /** Written as {@code numerator/denominator}, with further sums behind. */
    static String sums(String kpi, SampleJourney journey) {
        var sums = total(kpi, journey);
        return sums.numerator() + "/" + sums.denominator() + (sums.more().isEmpty() ? "" : " " + sums.more());
    }

    static Sums total(String kpi, SampleJourney journey) {
        return contributions(kpi, journey).stream()
                .map(contribution -> contribution.sums().get(KpiId.valueOf(kpi)))
                .reduce(Sums.ZERO, Sums::plus);
    }
}
