package io.throughline.feedback.readmodel;

import io.throughline.contracts.kpi.Interval;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import javax.sql.DataSource;

/** Writes the published values. */
@ApplicationScoped
class KpiTable {

    private static final String DELETE = "delete from kpi_value where key = any (?)";

    private static final String UPSERT =
            """
            insert into kpi_value (key, tenant, kpi, window_size, zone, grouping, start_at, end_at, channel, intent, market,
                queue, segment, value, numerator, denominator, interval_level, interval_low, interval_high,
                interval_method, small, matures_at, revision, as_of)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
                interval_level = excluded.interval_level, interval_low = excluded.interval_low,
                interval_high = excluded.interval_high, interval_method = excluded.interval_method,
                small = excluded.small, matures_at = excluded.matures_at, revision = excluded.revision,
                as_of = excluded.as_of""";

    private final DataSource database;

    KpiTable(DataSource database) {
        this.database = database;
    }

    @Transactional
    void apply(Changes<Kpi> changes) {
        Rows.forKeys(database, DELETE, changes.deleted());
        Rows.batch(database, UPSERT, changes.latest().entrySet(), KpiTable::bind);
    }

    private static void bind(PreparedStatement statement, Map.Entry<String, Kpi> entry) throws SQLException {
        Kpi kpi = entry.getValue();
        statement.setString(1, entry.getKey());
        statement.setString(2, kpi.tenant());
        statement.setString(3, Documents.kpi(kpi.kpi(), kpi.variant()));
        statement.setString(4, kpi.window());
        statement.setString(5, kpi.zone());
        statement.setString(6, Documents.grouping(kpi.dimensions().keySet()));
        statement.setObject(7, kpi.start());
        statement.setObject(8, kpi.end());
        Queries.bindDimensions(statement, 9, kpi.dimensions());
        statement.setObject(14, kpi.value(), Types.DOUBLE);
        statement.setBigDecimal(15, kpi.numerator());
        statement.setLong(16, kpi.denominator());
        Interval interval = kpi.interval();
        statement.setObject(17, interval == null ? null : interval.level(), Types.DOUBLE);
        statement.setObject(18, interval == null ? null : interval.low(), Types.DOUBLE);
        statement.setObject(19, interval == null ? null : interval.high(), Types.DOUBLE);
        statement.setString(20, interval == null ? null : interval.method());
        statement.setBoolean(21, kpi.small());
        statement.setObject(22, kpi.maturesAt() == null ? null : Rows.time(kpi.maturesAt()));
        statement.setLong(23, kpi.revision());
        statement.setObject(24, Rows.time(kpi.asOf()));
    }
}
