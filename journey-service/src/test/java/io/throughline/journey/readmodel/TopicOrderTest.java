package io.throughline.journey.readmodel;

import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.servicekit.sink.Changes;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Batches that come late or again. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class TopicOrderTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    JourneyTable journeys;

    @Inject
    CustomerTable customers;

    @Inject
    Erasures erasures;

    @Inject
    DataSource database;

    /** An instance that has lost the partition writes what it had read. */
    @Test
    void anOlderBatchThatIsWrittenLateChangesNothing() throws Exception {
        write(journeyOf("c_2", 4), 21);

        write(journeyOf("c_1", 9), 20);

        assertThat(find("select customer_id from journey where key = ?", Keys.journey("acme", "j_late")))
                .hasValue("c_2");
    }

    @Test
    void anOlderIdentityThatIsWrittenLateChangesNothing() throws Exception {
        write(identity("c_late", 4, "new"), 21);

        write(identity("c_late", 9, "old"), 20);

        assertThat(find("select identifiers[1] from customer where key = ?", Keys.customer("acme", "c_late")))
                .hasValue("acme|phone|new");
    }

    /** The record of an erased customer can stand on the topic for days, and so meet its tombstone once more. */
    @Test
    void anErasedCustomerThatIsReadAgainLeavesNoAlias() throws Exception {
        var id = Objects.requireNonNull(
                IdentityGraph.alone("acme", new IdentifierToken("phone", "read-again"), Reach.ALL)
                        .customerId());
        var key = Keys.customer("acme", id);
        var done = LONG_AGO.plusSeconds(60);
        erasures.apply(new Changes<>(
                Set.of(),
                Map.of(key, new CustomerErasure("acme", "e_again", id, LONG_AGO, done, 0, 0, 1, List.of(), 0))));

        write(identity(id, 1, "read-again"), 40);
        customers.apply(new Changes<>(Set.of(key), Map.of()));

        assertThat(find("select named_after from alias where key = ?", key)).isEmpty();
    }

    private static JourneyRow journeyOf(String customer, long revision) {
        return JourneyRow.of(journey("acme", "j_late")
                .of(customer)
                .revision(revision)
                .contact("late-1", "phone", "2026-11-01T00:00:00Z")
                .build());
    }

    private static CustomerRow identity(String id, long revision, String phone) {
        var known = new KnownIdentifier("phone", phone, Instant.EPOCH, "seen in a contact");
        return CustomerRow.of(new CustomerIdentity("acme", id, List.of(known), revision));
    }

    private void write(JourneyRow row, long offset) {
        journeys.apply(new Changes<>(Set.of(), Map.of(row.key, row.at(record(offset)))));
    }

    private void write(CustomerRow row, long offset) {
        customers.apply(new Changes<>(Set.of(), Map.of(row.key, row.at(record(offset)))));
    }

    private static ConsumerRecord<?, ?> record(long offset) {
        return new ConsumerRecord<>(
                "topic",
                0,
                offset,
                LONG_AGO.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }

    private Optional<String> find(String sql, String key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
