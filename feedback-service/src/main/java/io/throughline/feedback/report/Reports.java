package io.throughline.feedback.report;

import static io.throughline.feedback.domain.kpi.Dimension.CHANNEL;
import static io.throughline.feedback.domain.kpi.Dimension.INTENT;
import static io.throughline.feedback.domain.kpi.Dimension.MARKET;

import io.throughline.feedback.readmodel.Cases;
import io.throughline.feedback.readmodel.Flows;
import io.throughline.feedback.readmodel.SeriesReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every report there is. A new one is a new entry in the list. */
@ApplicationScoped
public class Reports {

    private static final String COPC = "COPC and a partner, 2022";
    private static final String HKACE = "HKACE, Hong Kong, 2018";

    private final SeriesReader series;
    private final Cases cases;
    private final Flows flows;
    private final List<Definition> all = List.of(
            new Definition(
                    "first-contact-resolution",
                    "How many contacts solve the issue at once, in which channel and for what?",
                    List.of(new Reference(
                            HKACE,
                            "90 % of 500 customers expect their enquiry to be solved at the first contact",
                            0.9,
                            "an expectation, not a measurement")),
                    this::firstContactResolution),
            new Definition(
                    "forced-switches",
                    "How many of the changes of channel did the company force on the customer?",
                    List.of(new Reference(
                            COPC,
                            "60 % of customers with a multi-channel experience were forced into it by the company",
                            0.6,
                            "a share of customers by their own word; the live figures are shares of switches by"
                                    + " evidence")),
                    this::forcedSwitches),
            new Definition(
                    "forced-switch-risk",
                    "How much more often does an issue end in dissatisfaction when the customer was forced to switch?",
                    List.of(new Reference(
                            COPC,
                            "forced customers are dissatisfied 1.5 times more, even when the issue is resolved",
                            null,
                            "may mean a ratio of 1.5 or of 2.5; neither the number of customers nor an interval was"
                                    + " published")),
                    this::forcedSwitchRisk),
            new Definition(
                    "channel-flow",
                    "Where do customers begin, where do they end, and which channels do they leave?",
                    List.of(
                            new Reference(COPC, "40 % of customers end on the phone", 0.4, null),
                            new Reference(COPC, "phone and e-mail are most chosen and most left", null, null)),
                    this::channelFlow));

    Reports(SeriesReader series, Cases cases, Flows flows) {
        this.series = series;
        this.cases = cases;
        this.flows = flows;
    }

    /** What a report is about, and how it is made. */
    private record Definition(
            String name, String question, List<Reference> published, Function<ReportSpan, Map<String, Object>> live) {}

    /** The names of all reports. */
    public List<String> names() {
        return all.stream().map(Definition::name).toList();
    }

    /** A report made now; empty where there is none of that name. */
    public Optional<Report> make(String name, ReportSpan span) {
        return all.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .map(definition -> new Report(
                        name,
                        definition.question(),
                        inZone(span.from(), span),
                        inZone(span.to(), span),
                        span.zone().getId(),
                        definition.published(),
                        definition.live().apply(span)));
    }

    private Map<String, Object> firstContactResolution(ReportSpan span) {
        var fcr = "fcr.gross:w7d";
        var live = new LinkedHashMap<String, Object>();
        live.put("total", series.read(span.of(fcr)));
        live.put("byChannel", series.read(span.of(fcr, CHANNEL)));
        live.put("byIntent", series.read(span.of(fcr, INTENT)));
        live.put("byMarket", series.read(span.of(fcr, MARKET)));
        return live;
    }

    private Map<String, Object> forcedSwitches(ReportSpan span) {
        var live = new LinkedHashMap<String, Object>();
        for (String variant : List.of("strict", "probable", "low", "high")) {
            live.put(variant, series.read(span.of("switch.forced:" + variant)));
        }
        live.put("strictByChannelLeft", series.read(span.of("switch.forced:strict", CHANNEL)));
        live.put("strictByIntent", series.read(span.of("switch.forced:strict", INTENT)));
        live.put("switchRate", series.read(span.of("switch.rate")));
        return live;
    }

    private Map<String, Object> forcedSwitchRisk(ReportSpan span) {
        var question = span.of("risk.forced:crude");
        var live = new LinkedHashMap<String, Object>();
        live.put("relativeRisk", series.read(question));
        live.put(
                "counts",
                RiskCounts.of(cases.total(question.cases(), question.rule().formula())));
        return live;
    }

    private Map<String, Object> channelFlow(ReportSpan span) {
        var question = new Flows.Question(span.tenant(), span.from(), span.to(), span.filter());
        var flow = ChannelFlow.of(
                flows.entries(question),
                flows.exits(question),
                flows.paths(question),
                flows.switches(question),
                series.read(span.of("contacts.count", CHANNEL)));
        return Map.of("flow", flow);
    }

    private static @Nullable OffsetDateTime inZone(@Nullable Instant time, ReportSpan span) {
        return time == null ? null : time.atZone(span.zone()).toOffsetDateTime();
    }
}
