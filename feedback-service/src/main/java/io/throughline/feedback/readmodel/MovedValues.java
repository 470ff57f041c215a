package io.throughline.feedback.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks which daily values moved since a moment of the present, whatever days of the past they are of. */
@ApplicationScoped
@Transactional
public class MovedValues {

    private static final String MOVED =
            """
            select start_at,
                (array_agg((json ->> 'oldValue')::double precision order by revision))[1] as old_value,
                (array_agg((json ->> 'newValue')::double precision order by revision desc))[1] as new_value,
                sum((json ->> 'numeratorChange')::numeric) as numerator_change,
                sum((json ->> 'denominatorChange')::bigint) as denominator_change,
                count(*) as entries,
                max(written_at) as moved_at,
                (array_agg(json ->> 'cause' order by revision desc))[1] as cause
            from ledger_entry
            where tenant = ? and kpi = ? and window_size = 'P1D' and grouping = '' and written_at >= ?
            group by key, start_at order by start_at desc limit ?""";

    private final DataSource database;

    MovedValues(DataSource database) {
        this.database = database;
    }

    /**
     * A value that was published anew.
     *
     * @param start of its day, in the zone asked for
     * @param oldValue before the first of the entries; null when there was none
     * @param newValue after the last; null when there is none any more
     * @param entries how many entries of the ledger led from one to the other
     * @param movedAt when the last of them was written here
     * @param cause of the last of them
     */
    public record Moved(
            OffsetDateTime start,
            @Nullable Double oldValue,
            @Nullable Double newValue,
            BigDecimal numeratorChange,
            long denominatorChange,
            long entries,
            OffsetDateTime movedAt,
            String cause) {}

    /** At most {@code limit} values of the tenant as a whole, the latest days first. */
    public List<Moved> since(String tenant, String kpi, Instant since, ZoneId zone, int limit) {
        return Queries.find(database, MOVED, List.of(tenant, kpi, since, limit), row -> moved(row, zone));
    }

    private static Moved moved(ResultSet row, ZoneId zone) throws SQLException {
        return new Moved(
                inZone(row, "start_at", zone),
                row.getObject("old_value", Double.class),
                row.getObject("new_value", Double.class),
                row.getBigDecimal("numerator_change"),
                row.getLong("denominator_change"),
                row.getLong("entries"),
                inZone(row, "moved_at", zone),
                row.getString("cause"));
    }

    private static OffsetDateTime inZone(ResultSet row, String column, ZoneId zone) throws SQLException {
        return Objects.requireNonNull(Queries.time(row, column)).atZone(zone).toOffsetDateTime();
    }
}
