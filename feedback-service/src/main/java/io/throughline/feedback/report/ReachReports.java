package io.throughline.feedback.report;

import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Asked.kpi;
import static io.throughline.feedback.report.Section.Unit.SECONDS;
import static io.throughline.feedback.report.Section.Unit.SHARE;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Whether customers get through: to somebody, past authentication, over a required change of channel. */
@ApplicationScoped
class ReachReports {

    private static final String NO_CONTACT = "No customer contact in this span.";

    private final Figures figures;
    private final SeriesReader series;

    ReachReports(Figures figures, SeriesReader series) {
        this.figures = figures;
        this.series = series;
    }

    List<Definition> all() {
        return List.of(reachability(), authentication(), givenUp());
    }

    private Definition reachability() {
        var hard = Surveys.moxtra("54 % find it hard to reach someone", 0.54, "by their own word");
        var history = Surveys.moxtra("21 % miss the history of earlier contacts", 0.21, "by their own word");
        var hours = Surveys.moxtra("19 % want to write at any hour", 0.19, "a wish, not a measurement");
        var waited = Asked.one(
                "wait",
                "Waiting time of answered contacts",
                SECONDS,
                kpi("asa"),
                "No answered contact waited in this span.");
        var abandoned = Asked.one(
                "abandoned",
                "Abandoned while waiting for a person",
                SHARE,
                kpi("abandonment.rate"),
                "No contact waited for a person in this span.");
        var refused =
                Asked.one("refused", "Refused: closed or overloaded", SHARE, finding(FindingKind.REFUSED), NO_CONTACT);
        return new Definition(
                "reachability",
                "How hard is it to reach somebody, at which hour, and does one have to tell everything again?",
                List.of(hard, history, hours),
                span -> Content.of(
                        figures.ratios(span, waited),
                        figures.ratios(
                                span, waited.named("wait-by-hour", "by hour").by(By.HOUR, "hour")),
                        figures.ratios(span, abandoned.beside(Map.of(), hard)),
                        figures.ratios(
                                span,
                                abandoned.named("abandoned-by-hour", "by hour").by(By.HOUR, "hour")),
                        figures.ratios(span, refused),
                        figures.ratios(
                                span,
                                refused.named("refused-by-hour", "by hour").by(By.HOUR, "hour")),
                        figures.shares(
                                span,
                                Asked.one(
                                                "refused-because",
                                                "Reasons of refusals",
                                                SHARE,
                                                finding(FindingKind.REFUSED_BECAUSE),
                                                "No contact was refused in this span.")
                                        .parts("reason")),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "history-missing",
                                                "Further contacts that could not know the one before",
                                                SHARE,
                                                finding(FindingKind.HISTORY_MISSING),
                                                "No issue took a further contact in this span.")
                                        .beside(Map.of(), history)),
                        figures.shares(
                                span,
                                Asked.one(
                                                "served",
                                                "Served contacts within office hours (Monday to Friday, 9 to 18) and outside",
                                                SHARE,
                                                finding(FindingKind.SERVED),
                                                "No contact was served in this span.")
                                        .by(By.OFFICE_HOURS, "hours")
                                        .beside(Map.of("hours", "other"), hours))));
    }

    private Definition authentication() {
        return new Definition(
                "authentication",
                "How often can customers not prove who they are, and what comes of it?",
                List.of(Surveys.infobip(
                        "customers ask for a person when authentication feels unsafe", null, "in words only")),
                span -> Content.of(
                        figures.ratios(
                                span,
                                Asked.one(
                                        "failed",
                                        "Failed, of contacts in which the customer was asked",
                                        SHARE,
                                        finding(FindingKind.AUTHENTICATION_FAILED),
                                        "No customer was asked to authenticate in this span.")),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "failed-by-channel",
                                                "Failed, by channel",
                                                SHARE,
                                                finding(FindingKind.AUTHENTICATION_FAILED),
                                                "No customer was asked to authenticate in this span.")
                                        .by(By.CHANNEL, "channel")),
                        figures.shares(
                                told(span),
                                Asked.one(
                                                "then",
                                                "What came of a failed authentication" + Asked.OVER,
                                                SHARE,
                                                finding(FindingKind.AFTER_AUTHENTICATION),
                                                "No authentication failed in this span, 7 days ago or more.")
                                        .parts("then"))));
    }

    private Definition givenUp() {
        var another = Surveys.infobip(
                "95 % will not go on when a step needs another app",
                0.95, "what professionals say of customers; the live figure is about every required change of channel");
        var asked = Asked.one(
                "given-up",
                "Customers who did not go on when another channel was required" + Asked.OVER,
                SHARE,
                finding(FindingKind.GIVEN_UP),
                "No contact required another channel in this span, 7 days ago or more.");
        return new Definition(
                "given-up",
                "How many customers give up when they are required to change the channel?",
                List.of(another),
                span -> {
                    var told = told(span);
                    return Content.of(
                            figures.ratios(told, asked.altogether().beside(Map.of(), another)),
                            figures.ratios(
                                    told,
                                    asked.named("by-requirement", "by what was required")
                                            .parts("required")),
                            figures.ratios(
                                    told,
                                    asked.named("by-channel", "by channel").by(By.CHANNEL, "channel")));
                });
    }

    /** Who has not gone on yet has not given up. */
    private ReportSpan told(ReportSpan span) {
        return span.until(series.clock(span.tenant()).minus(ReportSpan.GOES_ON));
    }
}
