package io.throughline.intake.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.throughline.contracts.json.ContractJson;
import io.throughline.intake.keys.MasterKeys;
import io.throughline.intake.keys.Seal;
import io.throughline.intake.publish.KafkaUnavailable;
import io.throughline.intake.publish.OutgoingRecord;
import io.throughline.intake.publish.Publisher;
import io.throughline.intake.table.TopicTable;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.ConnectionsReader;
import io.throughline.intake.webhook.RegisteredConnection;
import io.throughline.servicekit.privacy.WithoutMessages;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The connections made over the API: in a compacted topic, sealed, and in the memory of every instance. */
@ApplicationScoped
class ConnectionStore {

    private static final Logger LOG = Logger.getLogger(ConnectionStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /**
     * What is sealed of a connection.
     *
     * @param fields as in the connections file
     * @param previousSecret the secret before the last rotation; null where there was none
     * @param previousUntil how long it is valid beside the present one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fields(Map<String, Object> fields, @Nullable String previousSecret, @Nullable Instant previousUntil) {
        @Override
        public String toString() {
            return "Fields[sealed]";
        }
    }

    /** A connection with what is known of it. */
    record Entry(RegisteredConnection registered, StoredConnection stored, Map<String, Object> fields) {
        Connection connection() {
            return registered.connection();
        }
    }

    private final Publisher publisher;
    private final Seal seal;
    private final TopicTable<StoredConnection> table;
    /** Opened rows; a row that was changed is another record, and opened anew. */
    private final Map<StoredConnection, Optional<Entry>> opened = new ConcurrentHashMap<>();

    ConnectionStore(
            Publisher publisher, MasterKeys masterKeys, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.publisher = publisher;
        this.seal = new Seal(masterKeys, "connection secrets");
        this.table = new TopicTable<>(StoredConnection.TOPIC, kafka);
    }

    void start(@Observes StartupEvent event) {
        table.start();
    }

    @PreDestroy
    void stop() {
        table.close();
    }

    /** Whether all that was there at the start has been read. */
    boolean isComplete() {
        return table.isComplete();
    }

    Optional<RegisteredConnection> find(String tenant, String platform, String name) {
        return entry(tenant, platform, name).map(Entry::registered);
    }

    Optional<Entry> entry(String tenant, String platform, String name) {
        return Optional.ofNullable(table.get(StoredConnection.key(tenant, platform, name)))
                .flatMap(this::entry);
    }

    /** A tenant's connections, by platform and name. */
    List<Entry> of(String tenant) {
        return table.rows().values().stream()
                .filter(row -> row.tenant().equals(tenant))
                .map(this::entry)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(entry -> entry.stored().key()))
                .toList();
    }

    /**
     * Keeps a connection, new or in place of the one of its name.
     *
     * @throws ProblemException 503 when Kafka does not take it in time
     */
    void put(StoredConnection row) {
        write(row.key(), json(row));
        awaitRow(row.key(), row);
    }

    /** Removes one. */
    void remove(String key) {
        write(key, null);
        awaitRow(key, null);
    }

    /** The fields, as they may rest in the row of this key. */
    String sealed(String key, Fields fields) {
        return seal.close(json(fields), key.getBytes(UTF_8));
    }

    private void write(String key, byte @Nullable [] value) {
        try {
            publisher
                    .publish(List.of(new OutgoingRecord(StoredConnection.TOPIC, key, value, "application/json", null)))
                    .await()
                    .atMost(PATIENCE);
        } catch (KafkaUnavailable | io.smallrye.mutiny.TimeoutException e) {
            throw unavailable();
        }
    }

    private void awaitRow(String key, @Nullable StoredConnection row) {
        if (!table.await(key, present -> Objects.equals(present, row), PATIENCE)) {
            throw unavailable();
        }
    }

    private Optional<Entry> entry(StoredConnection row) {
        if (opened.size() > 2 * table.rows().size() + 100) {
            opened.clear();
        }
        return opened.computeIfAbsent(row, this::open);
    }

    private Optional<Entry> open(StoredConnection row) {
        try {
            var bytes = seal.open(row.sealed(), row.key().getBytes(UTF_8));
            if (bytes.isEmpty()) {
                LOG.errorf("connection %s is sealed under a master key that is not at hand", row.key());
                return Optional.empty();
            }
            var fields = ContractJson.MAPPER.readValue(bytes.get(), Fields.class);
            var mistakes = new ArrayList<ConnectionsReader.Mistake>();
            var connection = ConnectionsReader.readOne(fields.fields(), mistakes);
            if (connection == null) {
                LOG.errorf("connection %s: %s", row.key(), mistakes);
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    new RegisteredConnection(connection, fields.previousSecret(), fields.previousUntil()),
                    row,
                    fields.fields()));
        } catch (IOException e) {
            LOG.errorf(WithoutMessages.of(e), "connection %s cannot be read", row.key());
            return Optional.empty();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                "Kafka does not acknowledge at the moment; whether the change was made shows in the list.",
                RETRY_AFTER);
    }

    private static byte[] json(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }
}
