package io.throughline.feedback.readmodel;

import static java.util.Objects.requireNonNull;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.domain.kpi.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks for the cases behind a figure of a report. */
@ApplicationScoped
@Transactional
public class MeasuredCases {

    private final DataSource database;

    MeasuredCases(DataSource database) {
        this.database = database;
    }

    /**
     * One case.
     *
     * @param journeyId null where a recommendation was followed by no contact
     * @param journeyRevision null likewise
     * @param numerator in the measure's unit
     */
    public record Case(
            Cases.Position position,
            @Nullable String journeyId,
            @Nullable Long journeyRevision,
            List<ContactRef> contacts,
            SortedMap<String, String> dimensions,
            String part,
            BigDecimal numerator,
            long denominator) {}

    /**
     * At most {@code limit} cases by time.
     *
     * @param whole within what; null for all
     * @param part which part; null for all
     * @param after null from the beginning
     */
    public List<Case> list(
            MeasureQuestion question,
            @Nullable String whole,
            @Nullable String part,
            Cases.@Nullable Position after,
            int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        var table = question.table(parameters);
        var conditions = new ArrayList<>(List.of("true"));
        if (whole != null) {
            conditions.add("whole = ?");
            parameters.add(whole);
        }
        if (part != null) {
            conditions.add("part = ?");
            parameters.add(part);
        }
        if (after != null) {
            conditions.add("(at, place, ordinal) > (?, ?, ?)");
            parameters.addAll(List.of(after.at(), after.journey(), after.ordinal()));
        }
        var sql =
                """
                select measured.*, journey_id, revision,
                    case when cardinality(measured.contacts) > 0
                        then measured.contacts else coalesce(counted_journey.contacts, '{}') end as all_contacts
                from %s left join counted_journey on key = journey
                where %s order by at, place, ordinal limit %d"""
                        .formatted(table, String.join(" and ", conditions), limit);
        int decimals = question.measure().decimals();
        return Queries.find(database, sql, parameters, row -> read(row, decimals));
    }

    private static Case read(ResultSet row, int decimals) throws SQLException {
        var dimensions = new TreeMap<String, String>();
        for (Dimension dimension : Dimension.values()) {
            dimensions.put(dimension.key(), row.getString(dimension.key()));
        }
        var at = Queries.time(row, "at");
        return new Case(
                new Cases.Position(requireNonNull(at), row.getString("place"), row.getInt("ordinal")),
                row.getString("journey_id"),
                row.getObject("revision", Long.class),
                ContactNames.read(row.getArray("all_contacts")),
                dimensions,
                row.getString("part"),
                row.getBigDecimal("y").scaleByPowerOfTen(-decimals),
                row.getBigDecimal("m").longValueExact());
    }
}
