package io.throughline.feedback.api;

import static java.util.stream.Collectors.joining;

import io.throughline.feedback.domain.cell.Published;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.feedback.readmodel.Filter;
import io.throughline.feedback.readmodel.MeasureQuestion;
import io.throughline.feedback.readmodel.Series;
import io.throughline.feedback.readmodel.SeriesQuestion;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.servicekit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads parameters of requests; a bad one is a 400 that names it and says what is right, never what was sent. */
final class Inputs {

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int DEFAULT_DAYS = 28;
    private static final int LARGEST_DAYS = 365;

    /** A span of event time: from inclusive, to exclusive, open where null. */
    record Span(@Nullable Instant from, @Nullable Instant to) {}

    private Inputs() {}

    /** The rule of a KPI named {@code id} or {@code id:variant}. */
    static KpiRule kpi(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid("kpi", "The parameter is missing.", "Send one of " + kpis() + ".");
        }
        return KpiRules.find(KpiId.valueOf(value))
                .orElseThrow(
                        () -> ProblemException.invalid("kpi", "There is no such KPI.", "Send one of " + kpis() + "."));
    }

    /** The rules of one or more KPIs, joined by commas; of all where nothing was sent. */
    static List<KpiRule> kpis(@Nullable String value) {
        var named = parts(value).map(Inputs::kpi).toList();
        return named.isEmpty() ? KpiRules.ALL : named;
    }

    /** A size of windows; the other where nothing was sent, empty for one window over everything. */
    static Optional<WindowSize> window(@Nullable String value, WindowSize otherwise) {
        if (value == null || value.isBlank()) {
            return Optional.of(otherwise);
        }
        return value.equals(Series.ALL) ? Optional.empty() : Optional.of(windowSize(value));
    }

    /** A size of windows that are published; the other where nothing was sent. */
    static WindowSize publishedWindow(@Nullable String value, WindowSize otherwise) {
        return window(value, otherwise)
                .filter(Published.SIZES::contains)
                .orElseThrow(() -> ProblemException.invalid(
                        "window",
                        "Values of this window are worked out when asked for: they have no ledger.",
                        "Send one of " + codes(Published.SIZES) + "."));
    }

    /** The question itself, where its values are published. */
    static SeriesQuestion published(SeriesQuestion question, ZoneId tenantZone) {
        if (question.isPublished(tenantZone)) {
            return question;
        }
        throw ProblemException.invalid(
                "groupBy",
                "Values of this combination are worked out when asked for: they are not published and have no ledger.",
                "Group days by " + Published.names(WindowSize.DAY) + ", hours by " + Published.names(WindowSize.HOUR)
                        + ", and filter by what you group by.");
    }

    /** What is read, where it is not too much. */
    static <T> T fitting(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SeriesReader.TooMany e) {
            throw ProblemException.invalid(
                    "window",
                    "The answer would hold more than " + SeriesReader.MOST + " windows or values.",
                    "Ask for longer windows, a shorter span (from, to) or fewer dimensions (groupBy).");
        }
    }

    /** A KPI or a finding. */
    static MeasureQuestion.Measure measure(String value) {
        return FindingKind.named(value)
                .<MeasureQuestion.Measure>map(MeasureQuestion.OfFinding::new)
                .orElseGet(() -> new MeasureQuestion.OfKpi(kpi(value)));
    }

    /** Into which parts cases fall; as they say themselves where nothing was sent. */
    static MeasureQuestion.By by(@Nullable String value) {
        return value == null || value.isBlank()
                ? MeasureQuestion.By.SAID
                : MeasureQuestion.By.named(value)
                        .orElseThrow(() -> ProblemException.invalid(
                                "by", "There are no such parts.", "Follow the link of a figure."));
    }

    /** A text that PostgreSQL knows; null where nothing was sent. */
    static @Nullable String optional(String field, @Nullable String value) {
        return value == null ? null : text(field, value);
    }

    /** Names of dimensions, joined by commas; none where nothing was sent. */
    static Set<Dimension> groupBy(@Nullable String value) {
        var dimensions = new TreeSet<Dimension>();
        parts(value).forEach(name -> dimensions.add(dimension("groupBy", name)));
        return dimensions;
    }

    /**
     * Pairs {@code dimension:value}, joined by commas or sent one by one. Of one dimension any of its values is right,
     * of several each must be. A value can hold colons but no comma.
     */
    static Filter filter(List<String> values) {
        var allowed = new TreeMap<Dimension, Set<String>>();
        values.stream().flatMap(Inputs::parts).forEach(pair -> {
            int colon = pair.indexOf(':');
            if (colon < 1 || colon == pair.length() - 1) {
                throw ProblemException.invalid(
                        "filter",
                        "A condition is not of the form dimension:value.",
                        "Send for instance channel:phone,market:HK.");
            }
            allowed.computeIfAbsent(dimension("filter", pair.substring(0, colon)), key -> new TreeSet<>())
                    .add(text("filter", pair.substring(colon + 1)));
        });
        return new Filter(allowed);
    }

    /** A time of RFC 3339 with offset, or a day, meaning its beginning in the zone; null where nothing was sent. */
    static @Nullable Instant time(String field, @Nullable String value, ZoneId zone) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            Instant time = value.length() == "2026-11-01".length()
                    ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
                    // A plus sign that was not URL-encoded arrives as a blank, and a time has none elsewhere.
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Answered below, like a time that no calendar here reaches.
        }
        throw ProblemException.invalid(
                field,
                "The value is neither a time with offset nor a day.",
                "Send RFC 3339, such as 2026-11-01T09:30:00+08:00 (URL-encoded), or 2026-11-01.");
    }

    /** An IANA time zone; the other where nothing was sent. */
    static ZoneId zone(@Nullable String value, ZoneId otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "zone", "The time zone is not known.", "Send an IANA name, such as Asia/Hong_Kong.");
        }
    }

    /** How many to answer. */
    static int limit(@Nullable String value) {
        return number("limit", value, DEFAULT_LIMIT, LARGEST_LIMIT);
    }

    /** How many days before and after a change. */
    static int days(@Nullable String value) {
        return number("days", value, DEFAULT_DAYS, LARGEST_DAYS);
    }

    private static int number(String field, @Nullable String value, int otherwise, int largest) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw ProblemException.invalid(
                field, "The value is not in range.", "Send a whole number from 1 to " + largest + ".");
    }

    /** What {@code from} and {@code to} enclose, in the zone where they are days. */
    static Span span(@Nullable String from, @Nullable String to, ZoneId zone) {
        var span = new Span(time("from", from, zone), time("to", to, zone));
        if (span.from() != null && span.to() != null && !span.from().isBefore(span.to())) {
            throw ProblemException.invalid("to", "The span ends before it begins.", "Send a time after 'from'.");
        }
        return span;
    }

    /** Refuses what PostgreSQL has no text for, so that nothing can be found by it. */
    static String text(String field, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(field, "The value holds the character U+0000.", "Leave it out.");
        }
        return value;
    }

    private static Dimension dimension(String field, String name) {
        return Dimension.named(name)
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        "There is no such dimension.",
                        "Send one or more of "
                                + Arrays.stream(Dimension.values())
                                        .map(Dimension::key)
                                        .collect(joining(", ")) + "."));
    }

    private static WindowSize windowSize(String code) {
        return WindowSize.named(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "window",
                        "There are no such windows.",
                        "Send one of " + codes(List.of(WindowSize.values())) + ", or all."));
    }

    private static String codes(List<WindowSize> sizes) {
        return sizes.stream().map(WindowSize::code).collect(joining(", "));
    }

    private static String kpis() {
        return KpiRules.ALL.stream().map(rule -> rule.id().toString()).collect(joining(", "));
    }

    private static Stream<String> parts(@Nullable String value) {
        return value == null || value.isBlank()
                ? Stream.empty()
                : Arrays.stream(value.split(",")).map(String::strip);
    }
}
