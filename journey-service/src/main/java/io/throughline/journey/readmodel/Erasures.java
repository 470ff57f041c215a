package io.throughline.journey.readmodel;

import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.topic.Keys;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the table of erasures. From a request on, ids of what goes leave no alias behind (see {@link Tombstones}). */
@ApplicationScoped
public class Erasures {

    private static final String REQUEST =
            "insert into erasure (receipt_id, tenant, customer_id, requested_at) values (?, ?, ?, ?)";

    private static final String WITHDRAW = "update erasure set put_back = ? where receipt_id = ? and done_at is null";

    /** Ids that led to the customer because of earlier merges. */
    private static final String FORGET_ALIASES =
            """
            delete from alias where named_after in (
                select unnest(identifiers) from customer where key = ?
                union select unnest(contacts) from journey where tenant = ? and customer_id = ?)
            returning key, named_after""";

    private static final String REMEMBER_ALIAS =
            """
            insert into alias (key, named_after)
            select ?, ? where exists (select 1 from erasure where receipt_id = ? and put_back is not null)
            on conflict (key) do nothing""";

    /** The broker may have had the request, though it did not say so in time. */
    private static final String FORGET_PUT_BACK =
            """
            delete from alias using erasure
            where receipt_id = ? and put_back is not null and (alias.key = any (put_back) or alias.key = any (?))""";

    private static final String DONE =
            """
            insert into erasure (receipt_id, tenant, customer_id, requested_at, done_at, contacts, events, identifiers,
                journeys, switches)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (receipt_id) do update set
                done_at = excluded.done_at, contacts = excluded.contacts, events = excluded.events,
                identifiers = excluded.identifiers, journeys = excluded.journeys, switches = excluded.switches, put_back = null""";

    private final DataSource database;

    Erasures(DataSource database) {
        this.database = database;
    }

    /**
     * Notes a request before it is made.
     *
     * @return the aliases that it took away, by their key, for {@link #withdraw}
     */
    @Transactional
    public Map<String, String> request(String receiptId, String tenant, String customerId, Instant at) {
        Rows.batch(database, REQUEST, List.of(receiptId), (statement, id) -> {
            statement.setString(1, id);
            statement.setString(2, tenant);
            statement.setString(3, customerId);
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
        });
        return forgetAliases(tenant, customerId);
    }

    /** Takes a request back that was not made as far as is known; if it was, the receipt comes back when it is done. */
    @Transactional
    public void withdraw(String receiptId, Map<String, String> aliases) {
        Rows.batch(database, WITHDRAW, List.of(receiptId), (statement, id) -> {
            statement.setArray(1, Rows.texts(statement, aliases.keySet()));
            statement.setString(2, id);
        });
        Rows.batch(database, REMEMBER_ALIAS, aliases.entrySet(), (statement, alias) -> {
            statement.setString(1, alias.getKey());
            statement.setString(2, alias.getValue());
            statement.setString(3, receiptId);
        });
    }

    private Map<String, String> forgetAliases(String tenant, String customerId) {
        var aliases = new HashMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET_ALIASES)) {
            statement.setString(1, Keys.customer(tenant, customerId));
            statement.setString(2, tenant);
            statement.setString(3, customerId);
            try (var forgotten = statement.executeQuery()) {
                while (forgotten.next()) {
                    aliases.put(forgotten.getString(1), forgotten.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return aliases;
    }

    @Transactional
    void apply(Changes<CustomerErasure> changes) {
        Rows.batch(database, FORGET_PUT_BACK, changes.latest().values(), (statement, erasure) -> {
            statement.setString(1, erasure.receiptId());
            statement.setArray(2, Rows.texts(statement, ids(erasure).toList()));
        });
        Rows.batch(database, DONE, changes.latest().values(), Erasures::bind);
    }

    /** Record keys of the customer and the journeys: when these went, it was not known that they are erased. */
    private static Stream<String> ids(CustomerErasure erasure) {
        return Stream.concat(
                Stream.of(Keys.customer(erasure.tenant(), erasure.customerId())),
                erasure.journeys().stream().map(journey -> Keys.journey(erasure.tenant(), journey)));
    }

    private static void bind(PreparedStatement statement, CustomerErasure erasure) throws SQLException {
        statement.setString(1, erasure.receiptId());
        statement.setString(2, erasure.tenant());
        statement.setString(3, erasure.customerId());
        statement.setObject(4, erasure.requestedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(5, erasure.doneAt().atOffset(ZoneOffset.UTC));
        statement.setInt(6, erasure.contacts());
        statement.setLong(7, erasure.events());
        statement.setInt(8, erasure.identifiers());
        statement.setArray(9, Rows.texts(statement, erasure.journeys().toArray(String[]::new)));
        statement.setInt(10, erasure.switches());
    }
}
