package io.throughline.feedback.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectReader;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the ledger. */
@ApplicationScoped
class LedgerTable {

    /** An entry that comes again is the same, unless feedback-service was rebuilt and tells its story anew. */
    private static final String UPSERT =
            """
            insert into ledger_entry (key, revision, tenant, kpi, window_size, grouping, start_at, channel, intent,
                market, queue, segment, json)
            values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (key, revision) do update set json = excluded.json""";

    private static final ObjectReader COLUMNS = ContractJson.MAPPER.readerFor(Columns.class);

    private final DataSource database;

    LedgerTable(DataSource database) {
        this.database = database;
    }

    /**
     * An entry.
     *
     * @param key of its record
     * @param columns what is asked for
     * @param json as it was published
     */
    record Row(String key, Columns columns, byte[] json) {

        static Row read(String key, byte[] json) throws IOException {
            return new Row(key, COLUMNS.readValue(json), json);
        }

        /** What tells entries apart: those of one value do not replace each other. */
        String identity() {
            return key + " " + columns.revision();
        }
    }

    /** A part of {@link KpiRevision}: to parse and write the whole would cost more than all else here. */
    record Columns(
            String tenant,
            String kpi,
            @Nullable String variant,
            String window,
            String start,
            SortedMap<String, String> dimensions,
            long revision) {}

    @Transactional
    void apply(Changes<Row> changes) {
        Rows.batch(database, UPSERT, changes.latest().values(), LedgerTable::bind);
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        var entry = row.columns();
        statement.setString(1, row.key());
        statement.setLong(2, entry.revision());
        statement.setString(3, entry.tenant());
        statement.setString(4, Documents.kpi(entry.kpi(), entry.variant()));
        statement.setString(5, entry.window());
        statement.setString(6, Documents.grouping(entry.dimensions().keySet()));
        statement.setString(7, entry.start());
        Queries.bindDimensions(statement, 8, entry.dimensions());
        statement.setString(13, new String(row.json(), UTF_8));
    }
}
