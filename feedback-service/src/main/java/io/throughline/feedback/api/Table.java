package io.throughline.feedback.api;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.kpi.Interval;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.readmodel.Series;
import io.throughline.feedback.report.Figure;
import io.throughline.feedback.report.Report;
import io.throughline.feedback.report.Section;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a table.
 *
 * @param zone in whose time its times are shown; they are instants all the same
 * @param rows with a cell for each column; null where there is nothing
 * @param next the cursor of the next part; null when this is all
 */
record Table(ZoneId zone, List<Column> columns, List<List<@Nullable Object>> rows, @Nullable String next) {

    private static final List<String> DIMENSION_NAMES =
            Arrays.stream(Dimension.values()).map(Dimension::key).toList();
    private static final List<Column> DIMENSIONS = text(DIMENSION_NAMES.toArray(String[]::new));
    private static final List<Column> INTERVAL = columns(of(Type.NUMBER, "low", "high"), text("method", "independent"));

    /** What stands in a column. */
    enum Type {
        TEXT,
        /** A whole number. */
        COUNT,
        NUMBER,
        /** An {@link Instant} or {@link OffsetDateTime}. */
        TIME,
        YES_OR_NO
    }

    /** A column. */
    record Column(String name, Type type) {}

    /** The table of an answer; empty where an answer is none. */
    static Optional<Table> of(Object answer) {
        return Optional.ofNullable(
                switch (answer) {
                    case Series series -> series(series);
                    case LedgerPage page -> ledger(page);
                    case CasePage page -> cases(page);
                    case MeasurePage page -> cases(page);
                    case Report report -> report(report);
                    default -> null;
                });
    }

    private static Table series(Series series) {
        var columns = columns(
                text("kpi", "variant", "window"),
                of(Type.TIME, "start", "end"),
                DIMENSIONS,
                of(Type.NUMBER, "value", "numerator"),
                of(Type.COUNT, "denominator"),
                INTERVAL,
                text("state"),
                of(Type.YES_OR_NO, "small"),
                of(Type.COUNT, "revision"));
        return new Table(
                ZoneId.of(series.zone()),
                columns,
                series.series().stream()
                        .map(point -> row(
                                cells(series.kpi(), series.variant(), series.window(), point.start(), point.end()),
                                dimensions(point.dimensions()),
                                cells(point.value(), point.numerator(), point.denominator()),
                                interval(point.interval()),
                                cells(point.state(), point.small(), point.revision())))
                        .toList(),
                null);
    }

    private static Table ledger(LedgerPage page) {
        var columns = columns(
                text("kpi", "variant", "window"),
                of(Type.TIME, "start", "end"),
                DIMENSIONS,
                of(Type.NUMBER, "oldValue", "newValue", "numeratorChange"),
                of(Type.COUNT, "denominatorChange"),
                text("cause", "journeys"),
                of(Type.COUNT, "revision"));
        // All are of one tenant, and so of one zone unless that was changed.
        var zone = page.entries().isEmpty()
                ? ZoneOffset.UTC
                : ZoneId.of(page.entries().getFirst().zone());
        return new Table(
                zone, columns, page.entries().stream().map(Table::entry).toList(), page.next());
    }

    private static List<@Nullable Object> entry(KpiRevision entry) {
        return row(
                cells(entry.kpi(), entry.variant(), entry.window(), entry.start(), entry.end()),
                dimensions(entry.dimensions()),
                cells(entry.oldValue(), entry.newValue(), entry.numeratorChange(), entry.denominatorChange()),
                cells(entry.cause(), String.join(" ", entry.journeys()), entry.revision()));
    }

    private static Table cases(CasePage page) {
        String kpi = page.variant() == null ? page.kpi() : page.kpi() + ":" + page.variant();
        return new Table(
                ZoneOffset.UTC,
                columns(caseColumns("kpi"), DIMENSIONS, of(Type.NUMBER, "numerator"), of(Type.COUNT, "denominator")),
                page.cases().stream()
                        .map(one -> row(
                                cells(kpi, one.at(), one.journeyId(), one.journeyRevision(), contacts(one.contacts())),
                                dimensions(one.dimensions().only(List.of(Dimension.values()))),
                                cells(one.numerator(), one.denominator())))
                        .toList(),
                page.next());
    }

    private static Table cases(MeasurePage page) {
        return new Table(
                ZoneOffset.UTC,
                columns(
                        caseColumns("measure"),
                        DIMENSIONS,
                        text("part"),
                        of(Type.NUMBER, "numerator"),
                        of(Type.COUNT, "denominator")),
                page.cases().stream()
                        .map(one -> row(
                                cells(
                                        page.measure(),
                                        one.at(),
                                        one.journeyId(),
                                        one.journeyRevision(),
                                        contacts(one.contacts())),
                                dimensions(one.dimensions()),
                                cells(one.part(), one.numerator(), one.denominator())))
                        .toList(),
                page.next());
    }

    private static List<Column> caseColumns(String measure) {
        return columns(
                text(measure),
                of(Type.TIME, "at"),
                text("journeyId"),
                of(Type.COUNT, "journeyRevision"),
                text("contacts"));
    }

    private static Table report(Report report) {
        var columns = columns(
                text("report", "section", "unit", "of"),
                of(Type.NUMBER, "value", "numerator"),
                of(Type.COUNT, "denominator", "customers"),
                INTERVAL,
                of(Type.NUMBER, "p"),
                of(Type.YES_OR_NO, "small"),
                text("noValue", "reference"),
                of(Type.NUMBER, "referenceValue"),
                text("contacts"));
        return new Table(
                ZoneOffset.UTC,
                columns,
                report.sections().stream()
                        .flatMap(section -> section.figures().stream().map(figure -> figure(report, section, figure)))
                        .toList(),
                null);
    }

    private static List<@Nullable Object> figure(Report report, Section section, Figure figure) {
        var reference = figure.reference();
        return row(
                cells(report.report(), section.name(), section.unit().key(), labels(figure.of())),
                cells(figure.value(), figure.numerator(), figure.denominator(), figure.customers()),
                interval(figure.interval()),
                cells(figure.p(), figure.small(), figure.noValue()),
                cells(
                        reference == null ? null : reference.survey() + ": " + reference.finding(),
                        reference == null ? null : reference.value(),
                        figure.contacts()));
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + ": " + label.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String contacts(List<ContactRef> contacts) {
        return contacts.stream()
                .map(contact -> contact.source() + " " + contact.contactId())
                .collect(Collectors.joining(", "));
    }

    private static List<@Nullable Object> dimensions(Map<String, String> values) {
        var cells = new ArrayList<@Nullable Object>();
        DIMENSION_NAMES.forEach(dimension -> cells.add(values.get(dimension)));
        return cells;
    }

    private static List<@Nullable Object> interval(@Nullable Interval interval) {
        return interval == null
                ? cells(null, null, null, null)
                : cells(interval.low(), interval.high(), interval.method(), interval.independent());
    }

    private static List<Column> of(Type type, String... names) {
        return Stream.of(names).map(name -> new Column(name, type)).toList();
    }

    private static List<Column> text(String... names) {
        return of(Type.TEXT, names);
    }

    @SafeVarargs
    private static List<Column> columns(List<Column>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    @SafeVarargs
    private static List<@Nullable Object> row(List<@Nullable Object>... parts) {
        var row = new ArrayList<@Nullable Object>();
        for (var part : parts) {
            row.addAll(part);
        }
        return row;
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
