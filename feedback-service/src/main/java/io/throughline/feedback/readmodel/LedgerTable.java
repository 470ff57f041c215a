package io.throughline.feedback.readmodel;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.topic.Keys;
import io.throughline.servicekit.sink.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes the ledger. */
@ApplicationScoped
class LedgerTable {

    /** An entry that comes again is the same, unless feedback-service was rebuilt and tells its story anew. */
    private static final String UPSERT =
            """
            insert into ledger_entry (key, revision, tenant, kpi, window_size, grouping, start_at, channel, intent,
                market, queue, segment, json)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (key, revision) do update set json = excluded.json""";

    private final DataSource database;

    LedgerTable(DataSource database) {
        this.database = database;
    }

    /** An entry and the key of its record. */
    record Row(String key, KpiRevision entry) {

        static Row of(KpiRevision entry) {
            return new Row(
                    Keys.kpi(
                            entry.tenant(),
                            entry.kpi(),
                            entry.variant(),
                            entry.window(),
                            ISO_OFFSET_DATE_TIME.format(entry.start()),
                            entry.dimensions()),
                    entry);
        }
    }

    @Transactional
    void apply(Changes<Row> changes) {
        Rows.batch(database, UPSERT, changes.latest().values(), LedgerTable::bind);
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        var entry = row.entry();
        statement.setString(1, row.key());
        statement.setLong(2, entry.revision());
        statement.setString(3, entry.tenant());
        statement.setString(4, Documents.kpi(entry.kpi(), entry.variant()));
        statement.setString(5, entry.window());
        statement.setString(6, Documents.grouping(entry.dimensions().keySet()));
        statement.setObject(7, entry.start());
        Rows.bindDimensions(statement, 8, entry.dimensions());
        statement.setString(13, Documents.write(entry));
    }
}
