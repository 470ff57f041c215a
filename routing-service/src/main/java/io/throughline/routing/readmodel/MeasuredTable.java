package io.throughline.routing.readmodel;

import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes what was measured. */
@ApplicationScoped
class MeasuredTable {

    private static final String DELETE = "delete from measured where key = any (?)";
    private static final String UPSERT =
            """
            insert into measured (key, tenant, channel, intent, day, resolved, contacts, matures_at, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                resolved = excluded.resolved, contacts = excluded.contacts, matures_at = excluded.matures_at,
                position = excluded.position
            where measured.position <= excluded.position""";

    private final DataSource database;

    MeasuredTable(DataSource database) {
        this.database = database;
    }

    /** Deletes, then writes rows that stand no earlier on the topic than the table's; all or nothing. */
    @Transactional
    void apply(Changes<MeasuredRow> changes) {
        Rows.forKeys(database, DELETE, changes.deleted());
        Rows.batch(
                database,
                UPSERT,
                changes.latest().entrySet(),
                (statement, entry) -> bind(statement, entry.getKey(), entry.getValue()));
    }

    private static void bind(PreparedStatement statement, String key, MeasuredRow row) throws SQLException {
        statement.setString(1, key);
        statement.setString(2, row.tenant);
        statement.setString(3, row.channel);
        statement.setString(4, row.intent);
        statement.setObject(5, Rows.time(row.day));
        statement.setLong(6, row.resolved);
        statement.setLong(7, row.contacts);
        statement.setObject(8, Rows.time(row.maturesAt));
        statement.setLong(9, row.position);
    }
}
