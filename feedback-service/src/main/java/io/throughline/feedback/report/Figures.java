package io.throughline.feedback.report;

import io.throughline.contracts.kpi.Interval;
import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import io.throughline.feedback.domain.statistics.Effect;
import io.throughline.feedback.readmodel.MeasureQuestion;
import io.throughline.feedback.readmodel.Measures;
import io.throughline.feedback.readmodel.Measures.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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

    /** A value made otherwise. */
    Figure of(
            Map<String, String> labels,
            @Nullable Double value,
            @Nullable Interval interval,
            long customers,
            String nothing,
            @Nullable Reference reference) {
        return new Figure(
                new TreeMap<>(labels),
                value,
                null,
                null,
                customers,
                interval,
                null,
                isSmall(customers),
                value == null ? nothing : null,
                reference,
                null);
    }

    /** Figures that do not exist, and why. */
    static Section none(String name, String title, Section.Unit unit, String nothing) {
        return new Section(name, title, unit, List.of(nothing(new TreeMap<>(), nothing, null)));
    }

    boolean isSmall(long customers) {
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
        ClusteredRatio ratio = part.ratio();
        int decimals = asked.measure().decimals();
        double unit = Math.pow(10, -decimals);
        var interval = asked.unit() == Section.Unit.SHARE
                ? ratio.shareInterval()
                : ClusteredRatio.scaled(ratio.meanInterval(), unit);
        var labels = asked.labels(part.whole(), part.part());
        return new Figure(
                labels,
                ratio.ratio() * unit,
                new BigDecimal(ratio.y(), decimals),
                ratio.m().longValueExact(),
                ratio.customers(),
                interval,
                null,
                isSmall(ratio.customers()),
                null,
                asked.references().get(labels),
                Links.contacts(
                        question,
                        asked.whole() == null ? null : part.whole(),
                        asked.part() == null ? null : part.part()));
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
