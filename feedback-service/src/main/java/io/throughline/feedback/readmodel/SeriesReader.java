package io.throughline.feedback.readmodel;

import static java.util.Objects.requireNonNull;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.cell.Window;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.kpi.Estimate;
import io.throughline.feedback.domain.kpi.Sums;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers for values of a KPI. What is published is answered as it was published; any other window, zone or combination
 * is worked out from the cases by the same formulas, but with intervals that take customers as independent.
 */
@ApplicationScoped
@Transactional
public class SeriesReader {

    /** More values, or windows, than anybody reads in one answer. */
    public static final int MOST = 20_000;

    private final Cases cases;
    private final CustomerCases customerCases;
    private final FeedbackConfig config;
    private final InstantSource time;

    SeriesReader(Cases cases, CustomerCases customerCases, FeedbackConfig config, InstantSource time) {
        this.cases = cases;
        this.customerCases = customerCases;
        this.config = config;
        this.time = time;
    }

    /** Says that the answer would hold more than {@link #MOST} windows or values. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The values asked for.
     *
     * @throws TooMany when there are too many
     */
    public Series read(SeriesQuestion question) {
        return read(List.of(question)).getFirst();
    }

    /**
     * The values that several questions of one tenant ask for, in their order.
     *
     * @throws TooMany when all together there are too many
     */
    public List<Series> read(List<SeriesQuestion> questions) {
        Instant clock = clock(questions.getFirst().tenant());
        var answers = new ArrayList<Series>();
        int values = 0;
        for (SeriesQuestion question : questions) {
            var answer = read(question, clock);
            values += answer.series().size();
            if (values > MOST) {
                throw new TooMany();
            }
            answers.add(answer);
        }
        return answers;
    }

    private Series read(SeriesQuestion question, Instant clock) {
        var points = question.isPublished(config.zoneOf(question.tenant()))
                ? published(question, clock)
                : workedOut(question, clock);
        var id = question.rule().id();
        return new Series(
                id.name(),
                id.variant(),
                question.size() == null ? Series.ALL : question.size().code(),
                question.zone().getId(),
                points);
    }

    /**
     * Published values as the topic holds them, by record key, but with their state as of now.
     *
     * @throws TooMany when there are too many
     */
    public Map<String, Kpi> published(SeriesQuestion question) {
        Instant clock = clock(question.tenant());
        var values = new LinkedHashMap<String, Kpi>();
        rows(question).forEach(row -> values.put(row.key, kpi(row, question, clock)));
        if (values.size() > MOST) {
            throw new TooMany();
        }
        return values;
    }

    /** How far a tenant's event time has come: its latest event, or the time it is where that is later. */
    public Instant clock(String tenant) {
        Instant now = time.instant();
        return cases.clock(tenant).filter(last -> last.isAfter(now)).orElse(now);
    }

    private List<Series.Point> published(SeriesQuestion question, Instant clock) {
        return rows(question).stream().map(row -> point(row, question, clock)).toList();
    }

    private static List<KpiValueRow> rows(SeriesQuestion question) {
        var about = new PublishedQuestion(question, requireNonNull(question.size()));
        return KpiValueRow.<KpiValueRow>find(about.condition + " order by startAt, key", about.parameters)
                .range(0, MOST)
                .list();
    }

    private static Kpi kpi(KpiValueRow row, SeriesQuestion question, Instant clock) {
        var id = question.rule().id();
        return new Kpi(
                row.tenant,
                id.name(),
                id.variant(),
                row.windowSize,
                row.zone,
                inZone(row.startAt, question.zone()),
                inZone(row.endAt, question.zone()),
                row.dimensions(),
                row.value,
                row.numerator,
                row.denominator,
                row.interval(),
                state(row.maturesAt, clock),
                row.small,
                row.maturesAt,
                row.revision,
                row.asOf);
    }

    private static Series.Point point(KpiValueRow row, SeriesQuestion question, Instant clock) {
        return new Series.Point(
                inZone(row.startAt, question.zone()),
                inZone(row.endAt, question.zone()),
                row.dimensions(),
                row.value,
                row.numerator,
                row.denominator,
                row.interval(),
                state(row.maturesAt, clock),
                row.small,
                row.revision);
    }

    private List<Series.Point> workedOut(SeriesQuestion question, Instant clock) {
        var windows = windows(question, clock);
        if (windows.isEmpty()) {
            return List.of();
        }
        return question.rule().formula().ofCustomers() == null
                ? ofCases(question, windows, clock)
                : ofCustomers(question, windows, question.rule().formula().ofCustomers(), clock);
    }

    private List<Series.Point> ofCases(SeriesQuestion question, List<Window> windows, Instant clock) {
        var formula = question.rule().formula();
        return cases.sums(question.cases(), windows, question.by(), formula).stream()
                .map(group -> point(
                        question,
                        windows.get(group.window()),
                        group.dimensions(),
                        group.sums(),
                        formula.of(group.sums()),
                        clock))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Series.Point> ofCustomers(
            SeriesQuestion question,
            List<Window> windows,
            Function<ClusteredRatio, @Nullable Estimate> formula,
            Instant clock) {
        return customerCases.sums(question.cases(), windows, question.by()).stream()
                .map(group -> point(
                        question,
                        windows.get(group.window()),
                        group.dimensions(),
                        new Sums(
                                group.customers().y().longValueExact(),
                                group.customers().m().longValueExact(),
                                List.of()),
                        formula.apply(group.customers()),
                        clock))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty without an estimate. */
    private Optional<Series.Point> point(
            SeriesQuestion question,
            Window window,
            SortedMap<String, String> dimensions,
            Sums sums,
            @Nullable Estimate estimate,
            Instant clock) {
        return Optional.ofNullable(estimate)
                .map(known -> new Series.Point(
                        inZone(window.start(), question.zone()),
                        inZone(window.end(), question.zone()),
                        dimensions,
                        known.value(),
                        question.rule().formula().numerator(sums),
                        sums.denominator(),
                        known.interval(),
                        state(window.end().plus(question.rule().maturesAfter()), clock),
                        known.cases() < config.minimumCases(),
                        null));
    }

    /** Those that the span asked for touches, or the span itself; none where there is no case. */
    private List<Window> windows(SeriesQuestion question, Instant clock) {
        WindowSize size = question.size();
        if (size == null && question.from() != null && question.to() != null) {
            return List.of(new Window(question.from(), question.to()));
        }
        Window extent = cases.extent(question.cases()).orElse(null);
        if (extent == null) {
            return List.of();
        }
        if (size == null) {
            // The clock may stand exactly at the last case, and a window ends before its end.
            return List.of(new Window(
                    question.from() == null ? extent.start() : question.from(),
                    question.to() == null ? clock.plusMillis(1) : question.to()));
        }
        var windows = new ArrayList<Window>();
        Window next = size.windowAt(extent.start(), question.zone());
        while (!next.start().isAfter(extent.end())) {
            windows.add(next);
            if (windows.size() > MOST) {
                throw new TooMany();
            }
            next = size.windowAt(next.end(), question.zone());
        }
        return windows;
    }

    private static Kpi.State state(@Nullable Instant maturesAt, Instant clock) {
        return maturesAt == null || !clock.isBefore(maturesAt) ? Kpi.State.MATURED : Kpi.State.PROVISIONAL;
    }

    private static OffsetDateTime inZone(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
