package io.throughline.feedback.report;

import static io.throughline.feedback.domain.kpi.Dimension.CHANNEL;
import static io.throughline.feedback.domain.kpi.Dimension.INTENT;
import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Asked.kpi;
import static io.throughline.feedback.report.Section.Unit.RATIO;
import static io.throughline.feedback.report.Section.Unit.SHARE;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.domain.kpi.Estimate;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.Sums;
import io.throughline.feedback.domain.statistics.MislabelledRisk;
import io.throughline.feedback.readmodel.Cases;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes of channel: whose doing they were, and what they do. */
@ApplicationScoped
class SwitchReports {

    private static final List<String> READINGS = List.of("strict", "probable", "low", "high");
    private static final String NO_SWITCH = "No customer changed the channel in this span.";
    private static final String NO_RISK =
            "There is nothing to compare: one group has no rated issue, or no other issue ended in dissatisfaction.";
    private static final Asked RATED =
            Asked.one("rated", "Rated issues", SHARE, finding(FindingKind.SATISFIED_BY_CONTACTS), NO_RISK);
    private static final Reference DISSATISFIED = Surveys.copc(
            "forced customers are dissatisfied 1.5 times more, even when the issue is resolved",
            null,
            "may mean a ratio of 1.5 or of 2.5; neither the number of customers nor an interval was published");

    private final Figures figures;
    private final SeriesReader series;
    private final Cases cases;

    SwitchReports(Figures figures, SeriesReader series, Cases cases) {
        this.figures = figures;
        this.series = series;
        this.cases = cases;
    }

    List<Definition> all() {
        return List.of(forcedSwitches(), forcedSwitchRisk(), labelSensitivity());
    }

    private Definition forcedSwitches() {
        var forced = Surveys.copc(
                "60 % of customers with a multi-channel experience were forced into it by the company",
                0.6, "a share of customers by their own word; the live figures are by evidence");
        return new Definition(
                "forced-switches",
                "How many of the changes of channel did the company force on the customer?",
                List.of(forced),
                span -> new Content(
                        List.of(
                                Figures.together(
                                        "switches",
                                        "Forced share of switches, in four readings of doubt",
                                        "reading",
                                        READINGS.stream()
                                                .map(reading -> figures.ratios(span, ofSwitches(reading)))
                                                .toList()),
                                Figures.together(
                                        "journeys",
                                        "Share of multi-channel issues with a forced switch",
                                        "reading",
                                        READINGS.stream()
                                                .map(reading -> figures.ratios(
                                                        span, ofIssues(reading).beside(Map.of(), forced)))
                                                .toList()),
                                figures.ratios(
                                        span,
                                        ofSwitches("strict")
                                                .named("by-channel-left", "by the channel left")
                                                .by(By.CHANNEL, "channel")),
                                figures.ratios(
                                        span,
                                        ofSwitches("strict")
                                                .named("by-intent", "by intent")
                                                .by(By.INTENT, "intent"))),
                        forcedSeries(span)));
    }

    private static Asked ofSwitches(String reading) {
        return Asked.one(reading, "Forced share of switches", SHARE, kpi("switch.forced:" + reading), NO_SWITCH);
    }

    private static Asked ofIssues(String reading) {
        var kind = FindingKind.named("multichannel-forced-" + reading).orElseThrow();
        return Asked.one(reading, "Share of multi-channel issues", SHARE, finding(kind), NO_SWITCH);
    }

    private Map<String, Object> forcedSeries(ReportSpan span) {
        var live = new LinkedHashMap<String, Object>();
        for (String reading : READINGS) {
            live.put(reading, series.read(span.of("switch.forced:" + reading)));
        }
        live.put("strictByChannelLeft", series.read(span.of("switch.forced:strict", CHANNEL)));
        live.put("strictByIntent", series.read(span.of("switch.forced:strict", INTENT)));
        live.put("switchRate", series.read(span.of("switch.rate")));
        return live;
    }

    private Definition forcedSwitchRisk() {
        return new Definition(
                "forced-switch-risk",
                "How much more often does an issue end in dissatisfaction when the customer was forced to switch?",
                List.of(DISSATISFIED),
                span -> new Content(
                        List.of(
                                new Section(
                                        "relative-risk",
                                        "Relative risk of dissatisfaction, forced against not; stratified: among issues"
                                                + " alike in resolution and number of contacts",
                                        RATIO,
                                        List.of(risk(span, "crude"), risk(span, "stratified"))),
                                strata(span),
                                labels(span)),
                        Map.of(
                                "relativeRisk", series.read(span.of("risk.forced:crude")),
                                "counts", counts(span))));
    }

    private Definition labelSensitivity() {
        return new Definition(
                "label-sensitivity",
                "What would the relative risk be if some switches were called forced, or not forced, by mistake?",
                List.of(DISSATISFIED),
                span -> Content.of(labels(span)));
    }

    private Figure risk(ReportSpan span, String variant) {
        KpiRule rule = ReportSpan.rule("risk.forced:" + variant);
        return risk(span, Map.of("variant", variant), rule, total(span, rule), rated(span), DISSATISFIED);
    }

    /** The crude risk within each stratum, whose counts stand one after another in the stratified KPI's sums. */
    private Section strata(ReportSpan span) {
        KpiRule crude = ReportSpan.rule("risk.forced:crude");
        Sums sums = total(span, ReportSpan.rule("risk.forced:stratified"));
        var customers = figures.customers(span, RATED.parts("resolution", "contacts"));
        var shown = new ArrayList<Figure>();
        int at = 0;
        for (String resolution : List.of("resolved", "unresolved")) {
            for (String contacts : List.of("1", "2", "3+")) {
                var one = new Sums(sums.more(at), sums.more(at + 1), List.of(sums.more(at + 2), sums.more(at + 3)));
                var labels = Map.of("resolution", resolution, "contacts", contacts);
                shown.add(risk(span, labels, crude, one, customers.getOrDefault(new TreeMap<>(labels), 0L), null));
                at += 4;
            }
        }
        return new Section("by-stratum", "Relative risk by resolution and number of contacts", RATIO, shown);
    }

    private Figure risk(
            ReportSpan span,
            Map<String, String> labels,
            KpiRule rule,
            Sums sums,
            long customers,
            @Nullable Reference reference) {
        Estimate estimate = rule.formula().of(sums);
        return figures.ofCases(
                labels,
                estimate,
                sums,
                customers,
                reference,
                NO_RISK,
                reference == null
                        ? null
                        : Links.contacts(figures.question(span, kpi(rule.id().toString())), null, null));
    }

    private Sums total(ReportSpan span, KpiRule rule) {
        return cases.total(span.of(rule.id().toString()).cases(), rule.formula());
    }

    private Section labels(ReportSpan span) {
        var counts = counts(span);
        long customers = rated(span);
        var shown = new ArrayList<Figure>();
        for (int percent : List.of(5, 10)) {
            shown.add(corrected(counts, customers, percent, "missed", percent / 100.0, 0));
            shown.add(corrected(counts, customers, percent, "mistaken", 0, percent / 100.0));
            shown.add(corrected(counts, customers, percent, "both", percent / 100.0, percent / 100.0));
        }
        return new Section(
                "wrong-labels",
                "Relative risk if so many labels are wrong: forced ones missed, others mistaken for forced, or both",
                RATIO,
                shown);
    }

    private Figure corrected(
            RiskCounts counts, long customers, int percent, String which, double missed, double mistaken) {
        Double value = MislabelledRisk.corrected(
                counts.forcedDissatisfied(),
                counts.forced(),
                counts.otherDissatisfied(),
                counts.other(),
                missed,
                mistaken);
        long cases = Math.min(counts.forced(), counts.other());
        return figures.ofCases(
                Map.of("wrong", percent + " %", "which", which),
                new Estimate(value, null, cases),
                Sums.ZERO,
                customers,
                null,
                "Labels wrong that often cannot have given these counts, or there is nothing to compare.",
                null);
    }

    /** Customers with a rated issue. */
    private long rated(ReportSpan span) {
        return figures.customers(span, RATED.altogether()).values().stream()
                .findFirst()
                .orElse(0L);
    }

    private RiskCounts counts(ReportSpan span) {
        return RiskCounts.of(total(span, ReportSpan.rule("risk.forced:crude")));
    }
}
