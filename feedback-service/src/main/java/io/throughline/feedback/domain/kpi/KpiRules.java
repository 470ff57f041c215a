package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.KpiRule.ofContacts;
import static io.throughline.feedback.domain.kpi.KpiRule.ofIssues;
import static io.throughline.feedback.domain.kpi.KpiRule.ofResolutions;
import static io.throughline.feedback.domain.kpi.KpiRule.ofSwitches;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every KPI there is. docs/kpis.md says the same to people who do not read Java; a test keeps the two together. */
public final class KpiRules {

    /** Known when the window ends; what comes later is a correction. */
    private static final Duration AT_ONCE = Duration.ZERO;
    /** As long as a journey goes on without a contact. */
    private static final Duration WEEK = Duration.ofDays(7);
    /** As long as a resolved journey can be reopened. */
    private static final Duration REOPENING = Duration.ofHours(72);

    private static final Formula SCORES = Formulas.mean(SatisfactionKpis.DECIMALS);
    private static final Formula SECONDS = Formulas.mean(ServiceKpis.DECIMALS);

    private static final List<KpiRule> SATISFACTION = List.of(
            ofContacts("csat.mean", SatisfactionKpis::mean, SCORES, AT_ONCE),
            ofContacts("csat.top2", SatisfactionKpis::topTwo, Formulas.PROPORTION, AT_ONCE),
            ofContacts("csat.goodbad", SatisfactionKpis::goodOrBad, Formulas.PROPORTION, AT_ONCE),
            ofContacts("dsat.bottom2", SatisfactionKpis::bottomTwo, Formulas.PROPORTION, AT_ONCE),
            ofContacts("ces:mean", EffortKpis::mean, Formulas.mean(EffortKpis.DECIMALS), AT_ONCE),
            ofContacts("ces:top3", EffortKpis::topThree, Formulas.PROPORTION, AT_ONCE),
            ofContacts("ces:index", EffortKpis::index, Formulas.BALANCE, AT_ONCE),
            ofContacts("nps", PromoterKpis::net, Formulas.BALANCE, AT_ONCE),
            ofContacts("survey.response-rate", SatisfactionKpis::response, Formulas.PROPORTION, AT_ONCE));

    private static final List<KpiRule> RESOLUTION = List.of(
            within("fcr.first", "w7d", WEEK, ResolutionKpis::firstContactOfFirst),
            ofIssues("resolution.rate", ResolutionKpis::rate, Formulas.PROPORTION, WEEK),
            ofResolutions("resolution.time:mean", ResolutionKpis::time, Formulas.mean(0), REOPENING),
            ofResolutions("resolution.time:p50", ResolutionKpis::timeQuantile, Quantiles.formula(0.5), REOPENING),
            ofResolutions("resolution.time:p90", ResolutionKpis::timeQuantile, Quantiles.formula(0.9), REOPENING),
            ofResolutions("resolution.time:p95", ResolutionKpis::timeQuantile, Quantiles.formula(0.95), REOPENING),
            ofResolutions(
                    "contacts.per-resolution", ResolutionKpis::contactsPerResolution, Formulas.mean(0), REOPENING),
            ofContacts("contacts.repeat-rate:w7d", ResolutionKpis.repeat(WEEK), Formulas.PROPORTION, AT_ONCE));

    private static final List<KpiRule> VOLUME = List.of(
            ofContacts("contacts.count", VolumeKpis::contact, Formulas.COUNT, AT_ONCE),
            ofIssues("journeys.count", VolumeKpis::journey, Formulas.COUNT, AT_ONCE));

    private static final List<KpiRule> SERVICE = List.of(
            ofContacts("aht", ServiceKpis::handlingTime, SECONDS, AT_ONCE),
            ofContacts("asa", ServiceKpis::speedOfAnswer, SECONDS, AT_ONCE),
            ofContacts("abandonment.rate", ServiceKpis::abandonment, Formulas.PROPORTION, AT_ONCE),
            ofContacts("service-level:1", ServiceKpis::levelEitherWay, Formulas.PROPORTION, AT_ONCE),
            ofContacts("service-level:2", ServiceKpis::levelOfAnswered, Formulas.PROPORTION, AT_ONCE),
            ofContacts("service-level:3", ServiceKpis::levelOfAll, Formulas.PROPORTION, AT_ONCE),
            ofContacts("service-level:4", ServiceKpis::levelWithoutEarlyAbandons, Formulas.PROPORTION, AT_ONCE),
            ofContacts("service-level:5", ServiceKpis::levelWithShortAbandons, Formulas.PROPORTION, AT_ONCE),
            ofContacts("transfer.rate", ServiceKpis::transferred, Formulas.PROPORTION, AT_ONCE));

    private static final List<KpiRule> BOTS = List.of(
            ofContacts("handover.rate", BotKpis::handover, Formulas.PROPORTION, AT_ONCE),
            ofContacts("containment.naive", BotKpis::containedNaive, Formulas.PROPORTION, AT_ONCE),
            ofContacts("containment.true:w7d", BotKpis.containedTrue(WEEK), Formulas.PROPORTION, WEEK));

    private static final List<KpiRule> SWITCHES = List.of(
            ofIssues("switch.rate", SwitchKpis::rate, Formulas.PROPORTION, WEEK),
            ofIssues("switch.rate:all-issues", SwitchKpis::rateOfAll, Formulas.PROPORTION, WEEK),
            ofContacts("switch.leave-rate", SwitchKpis::left, Formulas.PROPORTION, WEEK),
            ofSwitches("switch.forced:strict", SwitchKpis::strict, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:probable", SwitchKpis::probable, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:low", SwitchKpis::low, Formulas.PROPORTION, AT_ONCE),
            ofSwitches("switch.forced:high", SwitchKpis::high, Formulas.PROPORTION, AT_ONCE),
            ofIssues("risk.forced:crude", RiskKpis::forced, Formulas.RELATIVE_RISK, WEEK),
            ofIssues("risk.forced:stratified", RiskKpis::forcedStratified, StratifiedRisk.FORMULA, WEEK));

    /** By theme. */
    public static final List<KpiRule> ALL = Stream.of(
                    SATISFACTION,
                    firstContact("fcr.gross", ResolutionKpis::firstContactGross),
                    firstContact("fcr.net", ResolutionKpis::firstContactNet),
                    firstContact("fcr.no-repeat", ResolutionKpis::noRepeat),
                    RESOLUTION,
                    VOLUME,
                    SERVICE,
                    BOTS,
                    SWITCHES)
            .flatMap(List::stream)
            .toList();

    private static final Map<KpiId, KpiRule> BY_ID = ALL.stream().collect(toUnmodifiableMap(KpiRule::id, identity()));

    private KpiRules() {}

    /** The rule of a KPI; empty where there is none of that name. */
    public static Optional<KpiRule> find(KpiId id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** First-contact resolution by each window. A contact younger than its window is not yet countable. */
    private static List<KpiRule> firstContact(String name, Function<Duration, KpiRule.OfContact> rule) {
        return Stream.of(
                        within(name, "w24h", Duration.ofHours(24), rule),
                        within(name, "w72h", Duration.ofHours(72), rule),
                        within(name, "w7d", WEEK, rule),
                        within(name, "w30d", Duration.ofDays(30), rule))
                .toList();
    }

    private static KpiRule within(
            String name, String variant, Duration window, Function<Duration, KpiRule.OfContact> rule) {
        return ofContacts(name + ":" + variant, rule.apply(window), Formulas.PROPORTION, window);
    }
}
