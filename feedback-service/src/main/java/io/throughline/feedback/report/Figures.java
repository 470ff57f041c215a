package io.throughline.feedback.report;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.kpi.Estimate;
import io.throughline.feedback.domain.kpi.Sums;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import io.throughline.feedback.domain.statistics.Effect;
import io.throughline.feedback.readmodel.MeasureQuestion;
import io.throughline.feedback.readmodel.MeasureQuestion.Measure;
import io.throughline.feedback.readmodel.Measures;
import io.throughline.feedback.readmodel.Measures.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the figures of reports from what is measured. */
@ApplicationScoped
class Figures {

    private final Measures measures;
    private final FeedbackConfig config;

    Figures(Measures measures, FeedbackConfig config) {
        this.measures = measures;
        this.config = config;
    }

    /** Numerator / denominator of each part. */
    Section ratios(ReportSpan span, Asked asked) {
        var question = question(span, asked);
        return section(asked, question, measures.ratios(question));
    }

    /** The share of each part in its whole. */
    Section shares(ReportSpan span, Asked asked) {
        var question = question(span, asked);
        return section(asked, question, measures.shares(question));
    }

    /** The parts themselves, for what is compared further. */
    List<Part> parts(ReportSpan span, Asked asked) {
        return measures.shares(question(span, asked));
    }

    /** How many customers have a case, by labels. */
    Map<SortedMap<String, String>, Long> customers(ReportSpan span, Asked asked) {
        var counts = new HashMap<SortedMap<String, String>, Long>();
        measures.ratios(question(span, asked))
                .forEach(part -> counts.put(
                        asked.labels(part.whole(), part.part()), part.ratio().customers()));
        return counts;
    }

    /** Several sections as one, with a label of which each is. */
    static Section together(String name, String title, String label, List<Section> sections) {
        var figures = sections.stream()
                .flatMap(section -> section.figures().stream().map(figure -> labelled(figure, label, section.name())))
                .toList();
        return new Section(name, title, sections.getFirst().unit(), figures);
    }

    /** How much one figure exceeds another. */
    Figure effect(Map<String, String> labels, @Nullable Effect effect, long customers, String nothing) {
        return new Figure(
                new TreeMap<>(labels),
                effect == null ? null : effect.difference(),
                null,
                null,
                customers,
                effect == null ? null : effect.interval(),
                effect == null ? null : effect.p(),
                isSmall(customers),
                effect == null ? nothing : null,
                null,
                null);
    }

    /** A share or a mean; of no case, without value. */
    Figure ratio(
            SortedMap<String, String> labels,
            ClusteredRatio ratio,
            Measure measure,
            boolean isShare,
            @Nullable Reference reference,
            String nothing,
            String contacts) {
        if (!ratio.hasCases()) {
            return nothing(labels, nothing, reference);
        }
        double unit = Math.pow(10, -measure.decimals());
        return new Figure(
                labels,
                ratio.ratio() * unit,
                plain(new BigDecimal(ratio.y(), measure.decimals())),
                ratio.m().longValueExact(),
                ratio.customers(),
                isShare ? ratio.shareInterval() : ClusteredRatio.inUnit(ratio.meanInterval(), mean -> mean * unit),
                null,
                isSmall(ratio.customers()),
                null,
                reference,
                contacts);
    }

    /**
     * A value whose interval takes issues as independent, and that is small by its issues.
     *
     * @param customers whose issues they are
     * @param sums numerator and denominator are shown where there are cases
     */
    Figure ofCases(
            Map<String, String> labels,
            @Nullable Estimate estimate,
            Sums sums,
            long customers,
            @Nullable Reference reference,
            String nothing,
            @Nullable String contacts) {
        Double value = estimate == null ? null : estimate.value();
        boolean counted = sums.denominator() > 0;
        return new Figure(
                new TreeMap<>(labels),
                value,
                counted ? BigDecimal.valueOf(sums.numerator()) : null,
                counted ? sums.denominator() : null,
                customers,
                estimate == null ? null : estimate.interval(),
                null,
                isSmall(estimate == null ? 0 : estimate.cases()),
                value == null ? nothing : null,
                reference,
                counted ? contacts : null);
    }

    /** Figures that do not exist, and why. */
    static Section none(String name, String title, Section.Unit unit, String nothing) {
        return new Section(name, title, unit, List.of(nothing(new TreeMap<>(), nothing, null)));
    }

    /** Everything of a measure in the span. */
    MeasureQuestion question(ReportSpan span, Measure measure) {
        return new MeasureQuestion(
                span.tenant(), measure, MeasureQuestion.By.SAID, span.zone(), span.from(), span.to(), span.filter());
    }

    private boolean isSmall(long customers) {
        return customers < config.minimumCases();
    }

    private static MeasureQuestion question(ReportSpan span, Asked asked) {
        return new MeasureQuestion(
                span.tenant(), asked.measure(), asked.by(), span.zone(), span.from(), span.to(), span.filter());
    }

    private Section section(Asked asked, MeasureQuestion question, List<Part> parts) {
        var figures = parts.stream()
                .filter(part -> part.ratio().hasCases())
                .map(part -> figure(asked, question, part))
                .toList();
        if (figures.isEmpty()) {
            var reference = asked.references().size() == 1
                    ? asked.references().values().iterator().next()
                    : null;
            figures = List.of(nothing(new TreeMap<>(), asked.nothing(), reference));
        }
        return new Section(asked.name(), asked.title(), asked.unit(), figures);
    }

    private Figure figure(Asked asked, MeasureQuestion question, Part part) {
        var labels = asked.labels(part.whole(), part.part());
        return ratio(
                labels,
                part.ratio(),
                asked.measure(),
                asked.unit() == Section.Unit.SHARE,
                asked.references().get(labels),
                asked.nothing(),
                Links.contacts(
                        question,
                        asked.whole() == null ? null : part.whole(),
                        asked.part() == null ? null : part.part()));
    }

    /** Without trailing zeros, and never in exponent form. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Figure nothing(SortedMap<String, String> labels, String why, @Nullable Reference reference) {
        return new Figure(labels, null, null, 0L, 0, null, null, true, why, reference, null);
    }

    private static Figure labelled(Figure figure, String label, String value) {
        var labels = new TreeMap<>(figure.of());
        labels.put(label, value);
        return figure.labelled(labels);
    }
}
