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

/** Changes of channel: whose doing they were, and what they do. */
@ApplicationScoped
class SwitchReports {

    private static final List<String> READINGS = List.of("strict", "probable", "low", "high");
    private static final String NO_SWITCH = "No customer changed the channel in this span.";
    private static final String NO_RISK =
            "There is nothing to compare: one group has no rated issue, or no other issue ended in dissatisfaction.";
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
                                                .named("by-channel-left")
                                                .by(By.CHANNEL, "channel")),
                                figures.ratios(
                                        span,
                                        ofSwitches("strict").named("by-intent").by(By.INTENT, "intent"))),
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
        Estimate estimate =
                rule.formula().of(cases.total(span.of("risk.forced:" + variant).cases(), rule.formula()));
        return figures.of(
                Map.of("variant", variant),
                estimate == null ? null : estimate.value(),
                estimate == null ? null : estimate.interval(),
                estimate == null ? 0 : estimate.cases(),
                NO_RISK,
                DISSATISFIED);
    }

    private Section labels(ReportSpan span) {
        var counts = counts(span);
        var shown = new ArrayList<Figure>();
        for (int percent : List.of(5, 10)) {
            shown.add(corrected(counts, percent, "missed", percent / 100.0, 0));
            shown.add(corrected(counts, percent, "mistaken", 0, percent / 100.0));
            shown.add(corrected(counts, percent, "both", percent / 100.0, percent / 100.0));
        }
        return new Section(
                "wrong-labels",
                "Relative risk if so many labels are wrong: forced ones missed, others mistaken for forced, or both",
                RATIO,
                shown);
    }

    private Figure corrected(RiskCounts counts, int percent, String which, double missed, double mistaken) {
        Double value = MislabelledRisk.corrected(
                counts.forcedDissatisfied(),
                counts.forced(),
                counts.otherDissatisfied(),
                counts.other(),
                missed,
                mistaken);
        return figures.of(
                Map.of("wrong", percent + " %", "which", which),
                value,
                null,
                Math.min(counts.forced(), counts.other()),
                "Labels wrong that often cannot have given these counts, or there is nothing to compare.",
                null);
    }

    private RiskCounts counts(ReportSpan span) {
        var question = span.of("risk.forced:crude");
        return RiskCounts.of(cases.total(question.cases(), question.rule().formula()));
    }
}
