package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.servicekit.sink.Rows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;

/**
 * Ids that were merged into another customer's. Somebody may still ask under them, and they stand in what was
 * recommended. Kept is whose each contact was: whoever has it now is the successor, also after a merge that was undone.
 */
final class FormerCustomers {

    /**
     * Who the recommendation's customer is now, as a table: nobody else while they have contacts of their own, as after a
     * merge that was undone.
     */
    static final String SUCCESSORS =
            """
            (select now.respondent
            from former_customer join finding as now on now.tenant = former_customer.tenant
                and now.at = former_customer.at and former_customer.contact = any (now.contacts)
            where former_customer.tenant = recommendation.tenant
                and former_customer.customer = recommendation.customer and now.says -> 'contact' is not null
                and not exists (
                    select from finding as own
                    where own.tenant = recommendation.tenant and own.respondent = recommendation.customer))""";

    /**
     * Keeps whose contacts were of journeys that become another's, or go; who was erased leaves nothing behind. In one
     * statement, as the rows are found already; {@code offset 0} makes it look for the findings of these few alone.
     */
    private static final String DELETE =
            """
            with before as (delete from counted_journey where key = any (?) returning key, tenant, customer)
            insert into former_customer (tenant, contact, customer, at)
            select before.tenant, contact.name, before.customer, contact.at
            from before join unnest(?::text[], ?::text[]) as now (key, customer) on now.key = before.key
                cross join lateral (
                    select contacts[1] as name, at from finding
                    where journey = before.key and says -> 'contact' is not null offset 0) as contact
            where before.customer is distinct from now.customer
                and not exists (
                    select from erased_customer
                    where erased_customer.tenant = before.tenant and erased_customer.customer = before.customer)
            on conflict do nothing""";

    /** The customer's contacts are looked for in both places: their journeys may go before or after the erasure comes. */
    private static final String ERASE =
            """
            with own as (
                    select tenant, contact from former_customer where tenant = ? and customer = ?
                    union select tenant, contacts[1] from finding
                    where tenant = ? and respondent = ? and says -> 'contact' is not null),
                former as (
                    select distinct tenant, customer from former_customer join own using (tenant, contact)
                    where not exists (
                        select from finding
                        where finding.tenant = former_customer.tenant
                            and finding.respondent = former_customer.customer)),
                marked as (
                    insert into erased_customer (tenant, customer) select tenant, customer from former
                    on conflict do nothing),
                forgotten as (
                    delete from recommendation using former
                    where recommendation.tenant = former.tenant and recommendation.customer = former.customer)
            delete from former_customer using own
            where former_customer.tenant = own.tenant and former_customer.contact = own.contact""";

    private FormerCustomers() {}

    /**
     * Deletes journeys with all that they added.
     *
     * @param keys of the journeys as they are
     * @param journeys those that take the place of some of them
     */
    static void delete(DataSource database, List<String> keys, Collection<CountedJourneyRow> journeys) {
        var customers = new HashMap<String, String>();
        journeys.forEach(row -> customers.put(row.key(), row.journey().customerId()));
        Rows.batch(database, DELETE, List.of(keys), (statement, all) -> {
            statement.setArray(1, Rows.texts(statement, all));
            statement.setArray(2, Rows.texts(statement, all));
            statement.setArray(
                    3,
                    Rows.texts(
                            statement,
                            all.stream()
                                    .map(key -> customers.getOrDefault(key, ""))
                                    .toList()));
        });
    }

    /** Takes with customers what was recommended to them under ids that were merged into theirs. */
    static void erase(DataSource database, Collection<CustomerErasure> erasures) {
        Rows.batch(database, ERASE, erasures, FormerCustomers::bind);
    }

    private static void bind(PreparedStatement statement, CustomerErasure erasure) throws SQLException {
        statement.setString(1, erasure.tenant());
        statement.setString(2, erasure.customerId());
        statement.setString(3, erasure.tenant());
        statement.setString(4, erasure.customerId());
    }
}
