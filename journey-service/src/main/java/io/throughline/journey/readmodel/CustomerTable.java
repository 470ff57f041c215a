package io.throughline.journey.readmodel;

import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes the customers' table. */
@ApplicationScoped
class CustomerTable {

    /** An id is made of one identifier for good, though the customer may not have it at the moment. */
    private static final String UPSERT =
            """
            insert into customer (key, tenant, customer_id, revision, identifiers, named_after, json,
                position, appeared_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (key) do update set
                revision = excluded.revision, identifiers = excluded.identifiers,
                named_after = coalesce(excluded.named_after, customer.named_after), json = excluded.json,
                position = excluded.position
            where customer.position <= excluded.position""";

    private final DataSource database;

    CustomerTable(DataSource database) {
        this.database = database;
    }

    /** Deletes, then writes rows that stand no earlier on the topic than the table's; all or nothing. */
    @Transactional
    void apply(Changes<CustomerRow> changes) {
        Tombstones.delete(database, "customer", changes.deleted());
        Rows.batch(database, UPSERT, changes.latest().values(), CustomerTable::bind);
    }

    private static void bind(PreparedStatement statement, CustomerRow row) throws SQLException {
        statement.setString(1, row.key);
        statement.setString(2, row.tenant);
        statement.setString(3, row.customerId);
        statement.setLong(4, row.revision);
        statement.setArray(5, Rows.texts(statement, row.identifiers));
        statement.setString(6, row.namedAfter);
        statement.setString(7, row.json);
        statement.setLong(8, row.position);
        statement.setObject(9, Rows.time(row.appearedAt));
    }
}
