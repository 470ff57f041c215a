package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.domain.cell.Window;
import io.throughline.feedback.domain.kpi.Buckets;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.Formula;
import io.throughline.feedback.domain.kpi.Sums;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks for the cases behind the numbers. */
@ApplicationScoped
@Transactional
public class Cases {

    private final DataSource database;

    Cases(DataSource database) {
        this.database = database;
    }

    /** Sums of the cases that fall into one window and have these values of the dimensions asked for. */
    public record Group(int window, SortedMap<String, String> dimensions, Sums sums) {}

    /**
     * A place in a list of cases: after this one.
     *
     * @param journey its key; of a recommendation that one's
     */
    public record Position(Instant at, String journey, int ordinal) {}

    /**
     * One case.
     *
     * @param journeyRevision the revision of the journey that it is taken from
     * @param contacts the contact, or the two of a switch, or all customer contacts of an issue
     */
    public record Case(
            Position position,
            String journeyId,
            long journeyRevision,
            List<ContactRef> contacts,
            Dimensions dimensions,
            Sums sums) {}

    /**
     * Sums by window and dimensions, in this order; nothing for a window without cases.
     *
     * @param windows one after another without gap, at least one
     * @param formula that will read the sums
     */
    public List<Group> sums(CaseQuestion question, List<Window> windows, List<Dimension> by, Formula formula) {
        var columns = by.stream().map(dimension -> ", " + dimension.key()).reduce("", String::concat);
        var parameters = new ArrayList<@Nullable Object>();
        var sql = "select window_number" + columns + sumsOf(formula) + " from " + question.table(windows, parameters)
                + " where adds is not null"
                + " group by window_number" + columns + ", bucket order by window_number" + columns;
        return together(Queries.find(database, sql, parameters, row -> group(row, by, formula)));
    }

    /** Sums of all cases. */
    public Sums total(CaseQuestion question, Formula formula) {
        var parameters = new ArrayList<@Nullable Object>();
        var sql = "select 1 as window_number" + sumsOf(formula) + " from " + question.table(parameters)
                + " where adds is not null group by bucket";
        return Queries.find(database, sql, parameters, row -> group(row, List.of(), formula)).stream()
                .map(Group::sums)
                .reduce(Sums.ZERO, Sums::plus);
    }

    /** From the first to the last case of any KPI; empty when there is none. */
    public Optional<Window> extent(CaseQuestion question) {
        var parameters = new ArrayList<@Nullable Object>();
        var sql = "select min(at) as first, max(at) as last from " + question.table(parameters);
        return Queries.find(database, sql, parameters, Cases::window).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** At most {@code limit} cases by time; from the beginning when {@code after} is null. */
    public List<Case> list(CaseQuestion question, @Nullable Position after, int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        var table = question.table(parameters);
        var condition = "adds is not null";
        if (after != null) {
            condition += " and (at, journey, ordinal) > (?, ?, ?)";
            parameters.addAll(List.of(after.at(), after.journey(), after.ordinal()));
        }
        var sql =
                """
                select cases.*, journey_id, revision,
                    case when cardinality(cases.contacts) > 0
                        then cases.contacts else counted_journey.contacts end as all_contacts
                from %s join counted_journey on key = journey
                where %s order by at, journey, ordinal limit %d"""
                        .formatted(table, condition, limit);
        return Queries.find(database, sql, parameters, Cases::readCase);
    }

    /** The latest event time known of a tenant; empty when nothing is known of it. */
    public Optional<Instant> clock(String tenant) {
        return Queries.find(
                        database,
                        "select max(as_of) as last from counted_journey where tenant = ?",
                        List.of(tenant),
                        row -> Optional.ofNullable(Queries.time(row, "last")))
                .getFirst();
    }

    /** Every tenant of which a journey is known. */
    public List<String> tenants() {
        return Queries.find(
                database,
                "select distinct tenant from counted_journey order by tenant",
                List.of(),
                row -> row.getString("tenant"));
    }

    private static String sumsOf(Formula formula) {
        return ", " + (formula.bucketed() ? "(adds ->> 3)::int" : "null::int")
                + " as bucket, sum((adds ->> 0)::bigint), sum((adds ->> 1)::bigint)"
                + IntStream.range(0, formula.further())
                        .mapToObj(", coalesce(sum((adds -> 2 ->> %d)::bigint), 0)"::formatted)
                        .reduce("", String::concat);
    }

    private static Group group(ResultSet row, List<Dimension> by, Formula formula) throws SQLException {
        int column = 1;
        int window = row.getInt(column++) - 1;
        var dimensions = new TreeMap<String, String>();
        for (Dimension dimension : by) {
            dimensions.put(dimension.key(), row.getString(column++));
        }
        Integer bucket = row.getObject(column++, Integer.class);
        long numerator = exact(row, column++);
        long denominator = exact(row, column++);
        var more = new ArrayList<Long>();
        for (int i = 0; i < formula.further(); i++) {
            more.add(exact(row, column++));
        }
        var buckets = bucket == null ? Buckets.NONE : Buckets.of(bucket, denominator);
        return new Group(window, dimensions, new Sums(numerator, denominator, more, buckets));
    }

    /** The buckets of one window and combination of dimensions follow each other. */
    private static List<Group> together(List<Group> buckets) {
        var groups = new ArrayList<Group>();
        for (Group next : buckets) {
            Group last = groups.isEmpty() ? null : groups.getLast();
            if (last != null
                    && last.window() == next.window()
                    && last.dimensions().equals(next.dimensions())) {
                groups.set(
                        groups.size() - 1,
                        new Group(last.window(), last.dimensions(), last.sums().plus(next.sums())));
            } else {
                groups.add(next);
            }
        }
        return groups;
    }

    /** PostgreSQL sums long integers to a decimal. */
    private static long exact(ResultSet row, int column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum.longValueExact();
    }

    private static Optional<Window> window(ResultSet row) throws SQLException {
        Instant first = Queries.time(row, "first");
        Instant last = Queries.time(row, "last");
        return first == null || last == null ? Optional.empty() : Optional.of(new Window(first, last));
    }

    private static Case readCase(ResultSet row) throws SQLException {
        var at = java.util.Objects.requireNonNull(Queries.time(row, "at"));
        return new Case(
                new Position(at, row.getString("journey"), row.getInt("ordinal")),
                row.getString("journey_id"),
                row.getLong("revision"),
                ContactNames.read(row.getArray("all_contacts")),
                new Dimensions(
                        row.getString("channel"),
                        row.getString("intent"),
                        row.getString("market"),
                        row.getString("queue"),
                        row.getString("segment")),
                SumsColumn.read(row.getString("adds")));
    }
}
