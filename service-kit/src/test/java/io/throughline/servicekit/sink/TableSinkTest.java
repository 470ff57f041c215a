package io.throughline.servicekit.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table here is a map of revisions; the services' tests write real ones. */
class TableSinkTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<String, Long> table = new TreeMap<>();
    private final List<SQLException> failures = new ArrayList<>();

    @Test
    void lastValueOfEachKeyIsWritten() {
        write(value("a", 1), value("b", 1), value("a", 2));

        assertThat(table).isEqualTo(Map.of("a", 2L, "b", 1L));
    }

    /** Revisions begin again when whoever writes the topic is rebuilt. */
    @Test
    void lastValueIsWrittenWhateverItsRevision() {
        write(value("a", 9), value("a", 4));

        assertThat(table).isEqualTo(Map.of("a", 4L));
    }

    @Test
    void rowKnowsWhereItStandsOnTheTopic() {
        new TableSink<CustomerIdentity, Long>(
                        Topics.CUSTOMER_IDENTITIES,
                        (identity, record) -> Optional.of(record.offset()),
                        this::apply,
                        metrics)
                .write(batch(
                        new ConsumerRecord<>(Topics.CUSTOMER_IDENTITIES.name(), 0, 7, "a", json("a", 2)),
                        new ConsumerRecord<>(Topics.CUSTOMER_IDENTITIES.name(), 0, 8, "a", json("a", 1))));

        assertThat(table).isEqualTo(Map.of("a", 8L));
    }

    @Test
    void tombstoneDeletesWhatCameBefore() {
        write(value("a", 1));

        write(value("a", 2), tombstone("a"));

        assertThat(table).isEmpty();
    }

    @Test
    void keyThatBeginsAnewIsDeletedFirst() {
        var seen = new ArrayList<Changes<Long>>();

        sink(seen::add).write(batch(value("a", 5), tombstone("a"), value("a", 1)));

        assertThat(seen).containsExactly(new Changes<>(Set.of("a"), Map.of("a", 1L)));
    }

    @Test
    void valueOfWhichTheTableKeepsNothingDeletes() {
        write(value("a", 1));

        write(value("a", 0));

        assertThat(table).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"revision\":\"x\"}", "{\"revision\":-1}"})
    void recordThatIsNotTheTopicsIsPassedOver(String text) {
        write(value("a", 1), record("b", text.getBytes(StandardCharsets.UTF_8)), value("c", 1));

        assertThat(table).isEqualTo(Map.of("a", 1L, "c", 1L));
        assertThat(count("unreadable")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "23502", "54000"})
    void onlyTheRefusedKeyIsPassedOver(String state) {
        Consumer<Changes<Long>> refusing = changes -> {
            if (changes.latest().containsKey("b")) {
                throw new IllegalStateException(new SQLException("refused", state));
            }
            apply(changes);
        };

        sink(refusing).write(batch(value("a", 1), tombstone("b"), value("b", 1), value("c", 1)));

        assertThat(table).isEqualTo(Map.of("a", 1L, "c", 1L));
        assertThat(count("refused")).isEqualTo(1);
        assertThat(count("applied")).isEqualTo(2);
    }

    /** A field that a later version leaves out: it comes again whenever it is tried. */
    @Test
    void recordOfWhichNoRowCanBeMadeIsPassedOver() {
        Consumer<Changes<Long>> binding = changes -> {
            if (changes.latest().containsKey("b")) {
                throw new NullPointerException("at");
            }
            apply(changes);
        };

        sink(binding).write(batch(value("a", 1), value("b", 1), value("c", 1)));

        assertThat(table).isEqualTo(Map.of("a", 1L, "c", 1L));
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void rowsOfOneKeyThatDoNotReplaceEachOtherAreAllWritten() {
        new TableSink<>(
                        Topics.CUSTOMER_IDENTITIES,
                        TableSinkTest::row,
                        (key, revision) -> key + revision,
                        this::apply,
                        metrics)
                .write(batch(value("a", 1), value("a", 2)));

        assertThat(table).isEqualTo(Map.of("a1", 1L, "a2", 2L));
    }

    @Test
    void databaseThatIsAwayIsAwaited() {
        failures.add(new SQLException("connection lost", "08006"));
        failures.add(new SQLException("no connection in time"));

        write(value("a", 1));

        assertThat(table).isEqualTo(Map.of("a", 1L));
        assertThat(count("refused")).isZero();
    }

    @SafeVarargs
    private void write(ConsumerRecord<String, byte[]>... records) {
        sink(this::apply).write(batch(records));
    }

    private TableSink<CustomerIdentity, Long> sink(Consumer<Changes<Long>> changes) {
        return new TableSink<>(Topics.CUSTOMER_IDENTITIES, TableSinkTest::row, changes, metrics);
    }

    /** Revision 0 is a value of which nothing is kept; a negative one does not exist. */
    private static Optional<Long> row(CustomerIdentity identity) {
        if (identity.revision() < 0) {
            throw new IllegalArgumentException("revision must not be negative");
        }
        return Optional.of(identity.revision()).filter(revision -> revision > 0);
    }

    private void apply(Changes<Long> changes) {
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.remove(0));
        }
        changes.deleted().forEach(table::remove);
        table.putAll(changes.latest());
    }

    private double count(String outcome) {
        return metrics.get("throughline.sink.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> batch(ConsumerRecord<String, byte[]>... records) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(Topics.CUSTOMER_IDENTITIES.name(), 0), List.of(records)), Map.of());
    }

    private static ConsumerRecord<String, byte[]> value(String key, long revision) {
        return record(key, json(key, revision));
    }

    private static byte[] json(String key, long revision) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(new CustomerIdentity("acme", "c_" + key, List.of(), revision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsumerRecord<String, byte[]> tombstone(String key) {
        return record(key, null);
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>(Topics.CUSTOMER_IDENTITIES.name(), 0, 0, key, value);
    }
}
