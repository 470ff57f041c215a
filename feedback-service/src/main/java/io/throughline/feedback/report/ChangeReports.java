package io.throughline.feedback.report;

import static io.throughline.feedback.report.Section.Unit.KPI_DIFFERENCE;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.readmodel.Interventions;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What recorded changes did. */
@ApplicationScoped
class ChangeReports {

    /** Which KPIs the report compares; any other by {@code GET /v1/interventions/{id}/effect}. */
    private static final List<KpiRule> COMPARED =
            List.of(ReportSpan.rule("csat.mean"), ReportSpan.rule("fcr.gross:w7d"), ReportSpan.rule("resolution.rate"));

    /** As {@link io.throughline.feedback.readmodel.MeasureQuestion} looks for the next contact. */
    private static final Duration FOLLOWED_WITHIN = Duration.ofHours(24);

    private static final Duration MOST = Duration.ofDays(28);
    /** The report shows the latest ones. */
    private static final int SHOWN = 10;

    private final Interventions interventions;
    private final Comparison comparison;
    private final Figures figures;
    private final SeriesReader series;

    ChangeReports(Interventions interventions, Comparison comparison, Figures figures, SeriesReader series) {
        this.series = series;
        this.figures = figures;
        this.interventions = interventions;
        this.comparison = comparison;
    }

    List<Definition> all() {
        return List.of(navigation(), beforeAfterReport());
    }

    private Definition navigation() {
        return new Definition(
                "navigation",
                "Do customers follow routing's recommendations, and what happens to those who do and do not?",
                List.of(Surveys.copc(
                        "navigate customers; do not let them pick the wrong channel", null, "advice, not a finding")),
                this::navigated);
    }

    private Content navigated(ReportSpan span) {
        var told = span.until(series.clock(span.tenant()).minus(FOLLOWED_WITHIN));
        return Content.of(
                figures.shares(told, recommended("then", "What customers did within 24 hours of a recommendation")),
                figures.ratios(told, recommended("resolved", "Resolved by the next contact within 24 hours")));
    }

    private static Asked recommended(String name, String title) {
        return Asked.one(
                        name,
                        title,
                        Section.Unit.SHARE,
                        Asked.finding(FindingKind.RECOMMENDATION),
                        "No channel was recommended to a known customer in this span, 24 hours ago or more.")
                .parts("then");
    }

    private Definition beforeAfterReport() {
        return new Definition(
                "before-after",
                "What did a change do: how are the KPIs after it against before, and against those whom it did not touch?",
                List.of(Surveys.zoom("compare satisfaction before and after a change")),
                this::beforeAfter);
    }

    private Content beforeAfter(ReportSpan span) {
        var recorded = interventions.list(span.tenant());
        var sections = new ArrayList<Section>();
        for (var intervention : recorded.subList(0, Math.min(SHOWN, recorded.size()))) {
            for (KpiRule rule : COMPARED) {
                for (Section section : comparison.of(span, intervention, rule, MOST)) {
                    sections.add(section.named(intervention.interventionId() + "/" + section.name()));
                }
            }
        }
        if (sections.isEmpty()) {
            sections.add(Figures.none(
                    "none",
                    "No change is recorded",
                    KPI_DIFFERENCE,
                    "Record a change by POST /v1/interventions to compare before with after."));
        }
        return new Content(sections, Map.of("interventions", recorded));
    }
}
