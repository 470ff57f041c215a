package io.throughline.feedback.report;

import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Asked.kpi;
import static io.throughline.feedback.report.Section.Unit.SHARE;

import io.throughline.feedback.domain.finding.AnswerFindings;
import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.Interventions;
import io.throughline.feedback.readmodel.Measures.Part;
import io.throughline.feedback.readmodel.SelfAssessments;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How mature the company's care for its customers is. */
@ApplicationScoped
class MaturityReport {

    private final Figures figures;
    private final Interventions interventions;
    private final SelfAssessments assessments;
    private final SeriesReader series;

    MaturityReport(Figures figures, Interventions interventions, SelfAssessments assessments, SeriesReader series) {
        this.figures = figures;
        this.interventions = interventions;
        this.assessments = assessments;
        this.series = series;
    }

    Definition definition() {
        return new Definition(
                "maturity",
                "How mature is the care for customers in five areas, and what is to be mended first?",
                List.of(Surveys.zoom(
                        "five areas, each excellent, with room to improve, or to improve now; then a list in"
                                + " order of urgency")),
                this::content);
    }

    private Content content(ReportSpan span) {
        var response = figures.ratios(
                span,
                Asked.one(
                        "response-rate",
                        "Surveys answered, of those offered",
                        SHARE,
                        kpi("survey.response-rate"),
                        "No survey was offered in this span."));
        var connected = figures.ratios(
                span,
                Asked.one(
                        "connected",
                        "Switches after which the next contact could know the earlier one",
                        SHARE,
                        finding(FindingKind.CONNECTED),
                        "No customer changed the channel in this span."));
        var answers =
                figures.parts(span, Asked.one("answers", "Answers", SHARE, finding(FindingKind.ANSWER), "No answer."));
        var evidence = new Maturity.Evidence(
                response.figures().getFirst().value(),
                respondents(answers, AnswerFindings.CUSTOMER),
                connected.figures().getFirst().value(),
                changes(span),
                respondents(answers, AnswerFindings.STAFF));
        var own = new EnumMap<Maturity.Area, Maturity.Assessment>(Maturity.Area.class);
        assessments.of(span.tenant()).forEach((area, said) -> Maturity.Area.named(area)
                .ifPresent(known -> own.put(
                        known, new Maturity.Assessment(Maturity.Rating.valueOf(said.rating()), said.reason()))));
        var rated = Maturity.rate(evidence, own);
        return new Content(
                List.of(response, connected), Map.of("scorecard", rated, "mendFirst", Maturity.mendFirst(rated)));
    }

    /** How many answered the question that most answered. */
    private static long respondents(List<Part> answers, String who) {
        return answers.stream()
                .filter(part -> part.whole().startsWith(who))
                .mapToLong(part -> part.ratio().customers())
                .max()
                .orElse(0);
    }

    private long changes(ReportSpan span) {
        var clock = series.clock(span.tenant());
        return interventions.list(span.tenant()).stream()
                .filter(intervention -> intervention.at().isBefore(clock))
                .count();
    }
}
