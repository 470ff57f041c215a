package io.throughline.feedback.report;

import static io.throughline.feedback.domain.statistics.Contrast.BEFORE_AFTER;
import static io.throughline.feedback.domain.statistics.Contrast.DIFFERENCE_IN_DIFFERENCES;

import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import io.throughline.feedback.domain.statistics.Contrast;
import io.throughline.feedback.domain.statistics.Cuped;
import io.throughline.feedback.domain.statistics.Effect;
import io.throughline.feedback.domain.statistics.Proportions;
import io.throughline.feedback.readmodel.Filter;
import io.throughline.feedback.readmodel.Interventions.Intervention;
import io.throughline.feedback.readmodel.MeasureQuestion;
import io.throughline.feedback.readmodel.Measures;
import io.throughline.feedback.readmodel.SeriesReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A KPI before and after a recorded change: the same length of time on both sides, and matured cases only. */
@ApplicationScoped
public class Comparison {

    /** Balances of shares, which are no ratio of cases; counts; what is not additive. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "nps", "ces:index", "contacts.count", "journeys.count", "risk.forced:crude", "risk.forced:stratified");

    private final Measures measures;
    private final SeriesReader series;
    private final Figures figures;

    Comparison(Measures measures, SeriesReader series, Figures figures) {
        this.measures = measures;
        this.series = series;
        this.figures = figures;
    }

    /** Customers of one group before and after. */
    private record Group(Map<String, ClusteredRatio.Customer> before, Map<String, ClusteredRatio.Customer> after) {}

    /** Whether a KPI is a share or a mean, and so can be compared. */
    public static boolean compares(KpiRule rule) {
        return !NOT_COMPARED.contains(rule.id().toString()) && !rule.formula().bucketed();
    }

    private static boolean isShare(KpiRule rule) {
        return rule.formula().further() == 0;
    }

    /**
     * The values before and after, and their difference: by Newcombe for shares, by customer for all; against the control
     * group, if there is one, as difference in differences and by CUPED.
     *
     * @param most how long before and after at most
     */
    public List<Section> of(ReportSpan span, Intervention intervention, KpiRule rule, Duration most) {
        Instant matured = series.clock(span.tenant()).minus(rule.maturesAfter());
        Instant end = intervention.at().plus(most).isBefore(matured)
                ? intervention.at().plus(most)
                : matured;
        String title = rule.id() + " before and after: " + intervention.name();
        if (!end.isAfter(intervention.at())) {
            return List.of(Figures.none(
                    rule.id().toString(),
                    title,
                    unit(rule),
                    "Nothing that came after the change has matured; it will after "
                            + intervention.at().plus(rule.maturesAfter()) + "."));
        }
        Instant begin = intervention.at().minus(Duration.between(intervention.at(), end));
        var before = question(span, rule, begin, intervention.at(), intervention.touched());
        var after = question(span, rule, intervention.at(), end, intervention.touched());
        var treated = new Group(measures.byCustomer(before), measures.byCustomer(after));
        var values = List.of(figure("before", treated.before(), before), figure("after", treated.after(), after));
        var shown = new ArrayList<Figure>();
        if (isShare(rule)) {
            shown.add(effect(
                    "newcombe",
                    Proportions.difference(
                            ClusteredRatio.of(treated.after().values()),
                            ClusteredRatio.of(treated.before().values())),
                    List.of(treated)));
        }
        shown.add(effect("by-customer", contrast(BEFORE_AFTER, rule, List.of(treated)), List.of(treated)));
        intervention.untouched().ifPresent(untouched -> {
            var control = new Group(
                    measures.byCustomer(question(span, rule, begin, intervention.at(), untouched)),
                    measures.byCustomer(question(span, rule, intervention.at(), end, untouched)));
            var both = List.of(treated, control);
            shown.add(effect("difference-in-differences", contrast(DIFFERENCE_IN_DIFFERENCES, rule, both), both));
            var treatedTwice = seenTwice(treated, rule);
            var controlTwice = seenTwice(control, rule);
            var cuped = Cuped.compare(treatedTwice, controlTwice);
            shown.add(effect(
                    "cuped",
                    cuped == null ? null : cuped.effect(),
                    Math.min(treatedTwice.size(), controlTwice.size())));
        });
        return List.of(
                new Section(rule.id().toString(), title, unit(rule), values),
                new Section(
                        rule.id() + "/difference",
                        "After minus before: " + intervention.name(),
                        isShare(rule) ? Section.Unit.SHARE_DIFFERENCE : Section.Unit.KPI_DIFFERENCE,
                        shown));
    }

    private static MeasureQuestion question(ReportSpan span, KpiRule rule, Instant from, Instant to, Filter filter) {
        return new MeasureQuestion(
                span.tenant(),
                new MeasureQuestion.OfKpi(rule),
                MeasureQuestion.By.ALL,
                span.zone(),
                from,
                to,
                span.filter().and(filter));
    }

    private Figure figure(String when, Map<String, ClusteredRatio.Customer> customers, MeasureQuestion question) {
        var measure = (MeasureQuestion.OfKpi) question.measure();
        return figures.ratio(
                new TreeMap<>(Map.of("when", when)),
                ClusteredRatio.of(customers.values()),
                measure,
                isShare(measure.rule()),
                null,
                "There is no case.",
                Links.contacts(question, null, null));
    }

    /** Of an effect that rests on all customers of the groups: as many as the smallest side of one has. */
    private Figure effect(String method, @Nullable Effect effect, List<Group> groups) {
        long customers = groups.stream()
                .flatMap(group -> Stream.of(group.before().size(), group.after().size()))
                .mapToLong(Integer::longValue)
                .min()
                .orElse(0);
        return effect(method, effect, customers);
    }

    private Figure effect(String method, @Nullable Effect effect, long customers) {
        return figures.effect(
                Map.of("difference", method),
                effect,
                customers,
                "A group has no case, or too few customers to compare.");
    }

    private static @Nullable Effect contrast(List<Integer> signs, KpiRule rule, List<Group> groups) {
        var names = new TreeSet<String>();
        groups.forEach(group -> {
            names.addAll(group.before().keySet());
            names.addAll(group.after().keySet());
        });
        var customers = names.stream()
                .map(name -> {
                    var y = new ArrayList<Long>();
                    var m = new ArrayList<Long>();
                    for (Group group : groups) {
                        for (var side : List.of(group.before(), group.after())) {
                            var one = side.getOrDefault(name, new ClusteredRatio.Customer(0, 0));
                            y.add(one.y());
                            m.add(one.m());
                        }
                    }
                    return new Contrast.Customer(y, m);
                })
                .toList();
        return Contrast.of(signs, customers, unitOf(rule));
    }

    /** Means of those seen before and after. */
    private static List<Cuped.Customer> seenTwice(Group group, KpiRule rule) {
        double unit = unitOf(rule);
        var customers = new ArrayList<Cuped.Customer>();
        new TreeMap<>(group.before()).forEach((name, before) -> {
            var after = group.after().get(name);
            if (after != null) {
                customers.add(new Cuped.Customer(mean(before) * unit, mean(after) * unit));
            }
        });
        return customers;
    }

    private static double mean(ClusteredRatio.Customer customer) {
        return (double) customer.y() / customer.m();
    }

    private static double unitOf(KpiRule rule) {
        return Math.pow(10, -rule.formula().decimals());
    }

    /** Scores keep decimals; durations and counts of contacts are whole. */
    private static Section.Unit unit(KpiRule rule) {
        if (isShare(rule)) {
            return Section.Unit.SHARE;
        }
        String name = rule.id().name();
        boolean score = name.startsWith("csat") || name.startsWith("ces");
        return score ? Section.Unit.SCORE : name.startsWith("contacts") ? Section.Unit.COUNT : Section.Unit.SECONDS;
    }
}
