package io.throughline.journey.readmodel;

import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes the journeys' table. */
@ApplicationScoped
class JourneyTable {

    private static final String UPSERT =
            """
            insert into journey (key, tenant, journey_id, customer_id, revision, status, lapses_at, started_at, intent,
                channels, switches, contacts, named_after, json, position, appeared_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (key) do update set
                customer_id = excluded.customer_id, revision = excluded.revision, status = excluded.status,
                lapses_at = excluded.lapses_at, started_at = excluded.started_at, intent = excluded.intent,
                channels = excluded.channels, switches = excluded.switches, contacts = excluded.contacts,
                named_after = excluded.named_after, json = excluded.json, position = excluded.position
            where journey.position <= excluded.position""";

    private final DataSource database;

    JourneyTable(DataSource database) {
        this.database = database;
    }

    /** Deletes, then writes rows that stand no earlier on the topic than the table's; all or nothing. */
    @Transactional
    void apply(Changes<JourneyRow> changes) {
        Tombstones.delete(database, "journey", changes.deleted());
        Rows.batch(database, UPSERT, changes.latest().values(), JourneyTable::bind);
    }

    private static void bind(PreparedStatement statement, JourneyRow row) throws SQLException {
        statement.setString(1, row.key);
        statement.setString(2, row.tenant);
        statement.setString(3, row.journeyId);
        statement.setString(4, row.customerId);
        statement.setLong(5, row.revision);
        statement.setString(6, row.status.name());
        statement.setObject(7, Rows.time(row.lapsesAt));
        statement.setObject(8, Rows.time(row.startedAt));
        statement.setString(9, row.intent);
        statement.setArray(10, Rows.texts(statement, row.channels));
        statement.setArray(11, Rows.texts(statement, row.switches));
        statement.setArray(12, Rows.texts(statement, row.contacts));
        statement.setString(13, row.namedAfter);
        statement.setString(14, row.json);
        statement.setLong(15, row.position);
        statement.setObject(16, Rows.time(row.appearedAt));
    }
}
