package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.Journey;
import java.util.List;

/** What a journey adds to the KPIs: the one place where journeys become numbers. */
public final class Contributions {

    private Contributions() {}

    /** Every contribution of a journey to every KPI; the same journey always gives the same list. */
    public static List<Contribution> of(Journey journey) {
        var issue = Issue.of(journey);
        return KpiRules.ALL.stream().flatMap(rule -> rule.cases().apply(issue)).toList();
    }
}
