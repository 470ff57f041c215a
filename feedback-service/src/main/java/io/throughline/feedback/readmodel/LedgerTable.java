package io.throughline.feedback.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Writes the ledger. */
@ApplicationScoped
class LedgerTable {

    /** A value's first entry, told once more: feedback-service was rebuilt, and what it told before holds no longer. */
    private static final String FORGET =
            """
            delete from ledger_entry
            where key = ? and revision > 1 and position >= 0 and position < ?""";

    /** An entry that comes again is the same, or told anew. What differs is new to whoever asks what moved. */
    private static final String UPSERT =
            """
            insert into ledger_entry (key, revision, tenant, kpi, window_size, grouping, start_at, channel, intent,
                market, queue, segment, json, position)
            values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (key, revision) do update set
                json = excluded.json, position = excluded.position,
                written_at = case
                    when ledger_entry.json = excluded.json then ledger_entry.written_at
                    else excluded.written_at end
            where ledger_entry.position <= excluded.position""";

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
     * @param position of its record on the topic
     */
    record Row(String key, Columns columns, byte[] json, long position) {

        static Row read(ConsumerRecord<String, byte[]> record, byte[] json) throws IOException {
            return new Row(record.key(), COLUMNS.readValue(json), json, record.offset());
        }

        boolean isFirst() {
            return columns.revision() == 1;
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
        var firsts = changes.latest().values().stream().filter(Row::isFirst).toList();
        Rows.batch(database, FORGET, firsts, (statement, first) -> {
            statement.setString(1, first.key());
            statement.setLong(2, first.position());
        });
        var begins = firsts.stream().collect(toMap(Row::key, Row::position));
        var told = changes.latest().values().stream()
                .filter(row -> row.position() >= begins.getOrDefault(row.key(), 0L))
                .toList();
        Rows.batch(database, UPSERT, told, LedgerTable::bind);
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
        statement.setLong(14, row.position());
    }
}
