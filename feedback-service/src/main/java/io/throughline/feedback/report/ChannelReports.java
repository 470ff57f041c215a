package io.throughline.feedback.report;

import static io.throughline.feedback.domain.kpi.Dimension.CHANNEL;
import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Asked.kpi;
import static io.throughline.feedback.report.Section.Unit.SHARE;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.Flows;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Which channels customers use, and whether these know of each other. */
@ApplicationScoped
class ChannelReports {

    private static final String NO_ISSUE = "No issue began in this span.";
    private static final String NO_SWITCH = "No customer changed the channel in this span.";

    private final Figures figures;
    private final SeriesReader series;
    private final Flows flows;

    ChannelReports(Figures figures, SeriesReader series, Flows flows) {
        this.figures = figures;
        this.series = series;
        this.flows = flows;
    }

    List<Definition> all() {
        return List.of(channelFlow(), channelByIntent(), integration());
    }

    private Definition channelFlow() {
        var phone = Surveys.copc("40 % of customers end on the phone", 0.4, "a share of customers, not of issues");
        return new Definition(
                "channel-flow",
                "Where do customers begin, where do they end, and which channels do they leave?",
                List.of(phone, Surveys.copc("phone and e-mail are most chosen and most left", null, null)),
                span -> new Content(
                        List.of(
                                figures.shares(
                                        span,
                                        Asked.one(
                                                        "entry",
                                                        "Issues by first channel",
                                                        SHARE,
                                                        finding(FindingKind.ENTRY),
                                                        NO_ISSUE)
                                                .parts("channel")),
                                figures.shares(
                                        span,
                                        Asked.one(
                                                        "exit",
                                                        "Issues by last channel",
                                                        SHARE,
                                                        finding(FindingKind.EXIT),
                                                        NO_ISSUE)
                                                .parts("channel")
                                                .beside(Map.of("channel", "phone"), phone)),
                                figures.ratios(
                                        span,
                                        Asked.one(
                                                        "left",
                                                        "Contacts after which the customer went to another channel",
                                                        SHARE,
                                                        kpi("switch.leave-rate"),
                                                        "No customer contact in this span.")
                                                .by(By.CHANNEL, "channel"))),
                        Map.of("flow", flow(span))));
    }

    private ChannelFlow flow(ReportSpan span) {
        var question = new Flows.Question(span.tenant(), span.from(), span.to(), span.filter());
        return ChannelFlow.of(
                flows.entries(question),
                flows.exits(question),
                flows.paths(question),
                flows.switches(question),
                series.read(span.of("switch.leave-rate", CHANNEL)));
    }

    private Definition channelByIntent() {
        return new Definition(
                "channel-by-intent",
                "On which channel do customers begin for each intent, and which one resolves?",
                List.of(Surveys.hkace(
                        "where customers prefer to go for what: web or app, store, hotline",
                        null,
                        "preferences, not what customers did or what resolved")),
                span -> Content.of(
                        figures.shares(
                                span,
                                preferences(Asked.one(
                                                "entry",
                                                "Where customers begin",
                                                SHARE,
                                                finding(FindingKind.ENTRY_BY_INTENT),
                                                NO_ISSUE)
                                        .parts("intent", "place"))),
                        figures.ratios(
                                span,
                                Asked.one(
                                                "resolved",
                                                "Solved at the first contact",
                                                SHARE,
                                                finding(FindingKind.FIRST_CONTACT_BY_INTENT),
                                                "No inbound contact in this span.")
                                        .parts("intent", "channel"))));
    }

    private static Asked preferences(Asked asked) {
        return asked.beside(
                        entry("basic-information", "web-or-app"), preferred("web or app", "basic information", 0.65))
                .beside(entry("product-enquiry", "web-or-app"), preferred("web or app", "a product enquiry", 0.59))
                .beside(entry("bill-payment", "web-or-app"), preferred("web or app", "bill payment", 0.50))
                .beside(entry("purchase", "store"), preferred("a store", "buying or applying", 0.50))
                .beside(entry("problem-solving", "hotline"), preferred("the hotline", "solving a problem", 0.51))
                .beside(entry("contract-renewal", "hotline"), preferred("the hotline", "renewing a contract", 0.49))
                .beside(
                        entry("appointment-delivery", "hotline"),
                        preferred("the hotline", "appointment or delivery", 0.42));
    }

    private static Map<String, String> entry(String intent, String place) {
        return Map.of("intent", intent, "place", place);
    }

    private static Reference preferred(String place, String intent, double share) {
        return Surveys.hkace(
                "%.0f %% prefer %s for %s".formatted(100 * share, place, intent),
                share,
                "a preference, not a measurement");
    }

    private Definition integration() {
        var wanted = Surveys.hkace(
                "64 % want integrated channels, 24 % several separate ones, 7 % one",
                0.64, "a wish, not a measurement; the published shares sum to 95 %");
        return new Definition(
                "integration",
                "How integrated are the channels in fact: does the next contact know the earlier ones?",
                List.of(wanted),
                span -> Content.of(
                        figures.ratios(
                                span,
                                Asked.one(
                                                "connected",
                                                "Switches after which the next contact could know the earlier one",
                                                SHARE,
                                                finding(FindingKind.CONNECTED),
                                                NO_SWITCH)
                                        .beside(Map.of(), wanted)),
                        figures.ratios(
                                span,
                                Asked.one(
                                        "same-case",
                                        "Switches within one case",
                                        SHARE,
                                        finding(FindingKind.SAME_CASE),
                                        NO_SWITCH)),
                        figures.ratios(
                                span,
                                Asked.one(
                                        "identified-again",
                                        "Switches after which an identified customer had to identify again",
                                        SHARE,
                                        finding(FindingKind.IDENTIFIED_AGAIN),
                                        "No customer who had been identified changed the channel in this span.")),
                        Figures.none(
                                "handover-read",
                                "Handovers that somebody read",
                                SHARE,
                                "Whether a handover was read is in no event of the contract.")));
    }
}
