package io.throughline.feedback.report;

import static io.throughline.feedback.domain.kpi.Dimension.CHANNEL;
import static io.throughline.feedback.domain.kpi.Dimension.INTENT;
import static io.throughline.feedback.domain.kpi.Dimension.MARKET;
import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Asked.kpi;
import static io.throughline.feedback.report.Section.Unit.SCORE;
import static io.throughline.feedback.report.Section.Unit.SECONDS;
import static io.throughline.feedback.report.Section.Unit.SHARE;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether issues are solved, and what that does to customers. */
@ApplicationScoped
class ResolutionReports {

    private static final String FCR = "fcr.gross:w7d";
    private static final String NET = "fcr.net:w7d";
    private static final String NO_CONTACT = "No inbound contact in this span.";
    private static final String NO_SCORE = "No customer gave a score in this span.";
    private static final String NO_FAILURE = "No self-service contact failed in this span, 7 days ago or more.";

    private final Figures figures;
    private final SeriesReader series;

    ResolutionReports(Figures figures, SeriesReader series) {
        this.figures = figures;
        this.series = series;
    }

    List<Definition> all() {
        return List.of(firstContactResolution(), resolutionEffect(), afterSelfService());
    }

    private Definition firstContactResolution() {
        var expected = Surveys.hkace(
                "90 % of customers expect their enquiry to be solved at the first contact",
                0.9, "an expectation, not a measurement");
        return new Definition(
                "first-contact-resolution",
                "How many contacts solve the issue at once, in which channel and for what?",
                List.of(expected),
                span -> {
                    var gross = Asked.one("gross", "Solved at the first contact", SHARE, kpi(FCR), NO_CONTACT);
                    var net = Asked.one(
                            "net", "Solved at the first contact, of those that could be", SHARE, kpi(NET), NO_CONTACT);
                    return new Content(
                            List.of(
                                    figures.ratios(span, gross.beside(Map.of(), expected)),
                                    figures.ratios(span, net),
                                    figures.ratios(matured(span, FCR), whoseWindowIsOver("gross-matured", gross)),
                                    figures.ratios(matured(span, NET), whoseWindowIsOver("net-matured", net)),
                                    figures.ratios(
                                            span,
                                            gross.named("by-channel", "by channel")
                                                    .by(By.CHANNEL, "channel")),
                                    figures.ratios(
                                            span,
                                            gross.named("by-intent", "by intent")
                                                    .by(By.INTENT, "intent")),
                                    figures.ratios(
                                            span,
                                            gross.named("by-market", "by market")
                                                    .by(By.MARKET, "market"))),
                            series(span));
                });
    }

    private Map<String, Object> series(ReportSpan span) {
        var live = new LinkedHashMap<String, Object>();
        live.put("total", series.read(span.of(FCR)));
        live.put("byChannel", series.read(span.of(FCR, CHANNEL)));
        live.put("byIntent", series.read(span.of(FCR, INTENT)));
        live.put("byMarket", series.read(span.of(FCR, MARKET)));
        return live;
    }

    /** A contact younger than its window can still be followed: until then it counts as solved. */
    private ReportSpan matured(ReportSpan span, String kpi) {
        return span.until(series.clock(span.tenant()).minus(ReportSpan.rule(kpi).maturesAfter()));
    }

    /** Of a younger contact only what came fast would be known. */
    private ReportSpan told(ReportSpan span) {
        return span.until(series.clock(span.tenant()).minus(ReportSpan.GOES_ON));
    }

    private static Asked whoseWindowIsOver(String name, Asked asked) {
        return Asked.one(
                name,
                asked.title() + Asked.OVER,
                asked.unit(),
                asked.measure(),
                "No inbound contact of this span is 7 days old.");
    }

    private Definition resolutionEffect() {
        return new Definition(
                "resolution-effect",
                "How does satisfaction depend on whether the issue was solved, on how many contacts it took and on who"
                        + " served?",
                List.of(Surveys.copc(
                        "satisfaction falls with every further contact, even when the issue is resolved, and most when"
                                + " self-service fails",
                        null,
                        "no figures were published")),
                span -> Content.of(
                        figures.ratios(
                                span,
                                Asked.one(
                                                "satisfied",
                                                "Satisfied (4 or 5) by resolution and number of contacts",
                                                SHARE,
                                                finding(FindingKind.SATISFIED_BY_CONTACTS),
                                                NO_SCORE)
                                        .parts("resolution", "contacts")),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "score",
                                                "Mean score by resolution and number of contacts",
                                                SCORE,
                                                finding(FindingKind.SCORE_BY_CONTACTS),
                                                NO_SCORE)
                                        .parts("resolution", "contacts")),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "satisfied-by-kind",
                                                "Satisfied by kind of channels used",
                                                SHARE,
                                                finding(FindingKind.SATISFIED_BY_CHANNEL_KIND),
                                                NO_SCORE)
                                        .parts("channels"))));
    }

    private Definition afterSelfService() {
        return new Definition(
                "after-self-service",
                "Where do customers turn when self-service fails them, how fast, and how satisfied are they then?",
                List.of(Surveys.hkace(
                        "who fails on a digital channel turns to a person, and expects more", null, "in words only")),
                span -> Content.of(
                        figures.shares(
                                told(span),
                                Asked.one(
                                                "next",
                                                "Channel of the next contact" + Asked.OVER,
                                                SHARE,
                                                finding(FindingKind.AFTER_SELF_SERVICE),
                                                NO_FAILURE)
                                        .parts("next")),
                        figures.ratios(
                                told(span),
                                Asked.one(
                                        "seconds-until-next",
                                        "Time until the next contact" + Asked.OVER,
                                        SECONDS,
                                        finding(FindingKind.SECONDS_AFTER_SELF_SERVICE),
                                        "No contact followed a self-service contact that failed in this span, 7 days ago or more.")),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "satisfied",
                                                "Satisfied with a person, after failed self-service and directly",
                                                SHARE,
                                                finding(FindingKind.ASSISTED_SATISFIED),
                                                NO_SCORE)
                                        .parts("came"))));
    }
}
