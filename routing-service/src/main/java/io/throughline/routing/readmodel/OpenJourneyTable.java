package io.throughline.routing.readmodel;

import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes open journeys. */
@ApplicationScoped
class OpenJourneyTable {

    private static final String DELETE = "delete from open_journey where key = any (?)";
    private static final String UPSERT =
            """
            insert into open_journey (key, tenant, journey_id, customer_id, intent, started_at, lapses_at, failed,
                position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                customer_id = excluded.customer_id, intent = excluded.intent, started_at = excluded.started_at,
                lapses_at = excluded.lapses_at, failed = excluded.failed, position = excluded.position
            where open_journey.position <= excluded.position""";

    private final DataSource database;

    OpenJourneyTable(DataSource database) {
        this.database = database;
    }

    /** Deletes, then writes rows that stand no earlier on the topic than the table's; all or nothing. */
    @Transactional
    void apply(Changes<OpenJourneyRow> changes) {
        Rows.forKeys(database, DELETE, changes.deleted());
        Rows.batch(
                database,
                UPSERT,
                changes.latest().entrySet(),
                (statement, entry) -> bind(statement, entry.getKey(), entry.getValue()));
    }

    private static void bind(PreparedStatement statement, String key, OpenJourneyRow row) throws SQLException {
        statement.setString(1, key);
        statement.setString(2, row.tenant);
        statement.setString(3, row.journeyId);
        statement.setString(4, row.customerId);
        statement.setString(5, row.intent);
        statement.setObject(6, Rows.time(row.startedAt));
        statement.setObject(7, Rows.time(row.lapsesAt));
        statement.setArray(8, Rows.texts(statement, row.failed));
        statement.setLong(9, row.position);
    }
}
