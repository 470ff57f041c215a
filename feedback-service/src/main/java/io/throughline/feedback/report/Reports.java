package io.throughline.feedback.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every report there is. A new one is a new definition in one of the lists by theme. */
@ApplicationScoped
public class Reports {

    private final List<Definition> all;

    Reports(
            ResolutionReports resolution,
            SwitchReports switches,
            ChannelReports channels,
            SurveyReports surveys,
            ReachReports reach,
            ChangeReports changes,
            MaturityReport maturity) {
        all = Stream.of(
                        resolution.all(),
                        switches.all(),
                        channels.all(),
                        surveys.all(),
                        reach.all(),
                        changes.all(),
                        List.of(maturity.definition()))
                .flatMap(List::stream)
                .toList();
    }

    /** A report in a list. */
    public record Title(String report, String question) {}

    /** All reports with what each asks. */
    public List<Title> titles() {
        return all.stream()
                .map(definition -> new Title(definition.name(), definition.question()))
                .toList();
    }

    /** A report made now; empty where there is none of that name. */
    public Optional<Report> make(String name, ReportSpan span) {
        return all.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .map(definition -> report(definition, span));
    }

    private static Report report(Definition definition, ReportSpan span) {
        var content = definition.made().apply(span);
        return new Report(
                definition.name(),
                definition.question(),
                inZone(span.from(), span),
                inZone(span.to(), span),
                span.zone().getId(),
                definition.published(),
                content.sections(),
                content.live());
    }

    private static @Nullable OffsetDateTime inZone(@Nullable Instant time, ReportSpan span) {
        return time == null ? null : time.atZone(span.zone()).toOffsetDateTime();
    }
}
