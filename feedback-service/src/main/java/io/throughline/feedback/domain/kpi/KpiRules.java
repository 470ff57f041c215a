package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.KpiRule.ofContacts;
import static io.throughline.feedback.domain.kpi.KpiRule.ofIssues;
import static io.throughline.feedback.domain.kpi.KpiRule.ofResolutions;
import static io.throughline.feedback.domain.kpi.KpiRule.ofSwitches;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every KPI there is. docs/kpis.md says the same to people who do not read Java; a test keeps the two together. */
public final class KpiRules {

    /** Known when the window ends; what comes later is a correction. */
    private static final Duration AT_ONCE = Duration.ZERO;
    /** As long as a journey goes on without a contact. */
    private static final Duration WEEK = Duration.ofDays(7);
    /** As long as a resolved journey can be reopened. */
    private static final Duration REOPENING = Duration.ofHours(72);

    /** In the order of docs/kpis.md. */
    public static final List<KpiRule> ALL = List.of(
            ofContacts("csat.mean", SatisfactionKpis::mean, Formulas.mean(SatisfactionKpis.DECIMALS), AT_ONCE),
            ofContacts("csat.top2", SatisfactionKpis::topTwo, Formulas.PROPORTION, AT_ONCE),
            ofContacts("fcr.gross:w7d", ResolutionKpis.firstContactGross(WEEK), Formulas.PROPORTION, WEEK),
            ofIssues("resolution.rate", ResolutionKpis::rate, Formulas.PROPORTION, WEEK),
            ofResolutions(
                    "contacts.per-resolution", ResolutionKpis::contactsPerResolution, Formulas.mean(0), REOPENING),
            ofContacts("contacts.count", VolumeKpis::contact, Formulas.COUNT, AT_ONCE),
            ofIssues("journeys.count", VolumeKpis::journey, Formulas.COUNT, AT_ONCE),
            ofIssues("switch.rate", SwitchKpis::rate, Formulas.PROPORTION, WEEK),
            ofSwitches("switch.forced:strict", SwitchKpis::strict, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:probable", SwitchKpis::probable, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:low", SwitchKpis::low, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:high", SwitchKpis::high, Formulas.PROPORTION, AT_ONCE),
            ofIssues("risk.forced:crude", RiskKpis::forced, Formulas.RELATIVE_RISK, WEEK));

    private KpiRules() {}

    /** The rule of a KPI; empty where there is none of that name. */
    public static Optional<KpiRule> find(KpiId id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
