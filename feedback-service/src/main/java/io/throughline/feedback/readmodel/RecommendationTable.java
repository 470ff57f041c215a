package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Writes what routing recommended, as far as what became of it is asked. */
@ApplicationScoped
class RecommendationTable {

    private static final String INSERT =
            """
            insert into recommendation (key, tenant, customer, at, intent, market, channel)
            select ?, ?, ?, ?, ?, ?, ? where not exists (
                select 1 from erased_customer where tenant = ? and customer = ?)
            on conflict (key) do nothing""";

    /**
     * Both topics are read at the same time: what {@link #INSERT} writes while it cannot see the erasure yet, and is
     * itself not seen by {@link #DELETE}, would stay. So one waits for the other.
     */
    private static final String LOCK = "lock table recommendation in share row exclusive mode";

    private static final String ERASED =
            "insert into erased_customer (tenant, customer) values (?, ?) on conflict do nothing";

    private static final String DELETE = "delete from recommendation where tenant = ? and customer = ?";

    private final DataSource database;

    RecommendationTable(DataSource database) {
        this.database = database;
    }

    @Transactional
    void decided(Changes<RoutingDecision> changes) {
        Rows.batch(database, INSERT, changes.latest().entrySet(), RecommendationTable::bind);
    }

    /** Takes with a customer what was recommended to them, by whatever id. */
    @Transactional
    void erased(Changes<CustomerErasure> changes) {
        Rows.run(database, LOCK);
        for (String sql : new String[] {ERASED, DELETE}) {
            Rows.batch(database, sql, changes.latest().values(), (statement, erasure) -> {
                statement.setString(1, erasure.tenant());
                statement.setString(2, erasure.customerId());
            });
        }
        FormerCustomers.erase(database, changes.latest().values());
    }

    private static void bind(PreparedStatement statement, Map.Entry<String, RoutingDecision> entry)
            throws SQLException {
        var decision = entry.getValue();
        statement.setString(1, entry.getKey());
        statement.setString(2, decision.tenant());
        statement.setString(3, decision.customerId());
        statement.setObject(4, Rows.time(decision.at()));
        statement.setString(5, decision.intent());
        statement.setString(6, decision.market() == null ? Dimensions.UNKNOWN : decision.market());
        statement.setString(7, decision.recommended());
        statement.setString(8, decision.tenant());
        statement.setString(9, decision.customerId());
    }
}
