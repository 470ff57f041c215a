package io.throughline.intake.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.throughline.contracts.json.ContractJson;
import io.throughline.intake.publish.OutgoingRecord;
import io.throughline.intake.publish.Publisher;
import io.throughline.intake.table.TopicTable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which refusals were mended. */
@ApplicationScoped
class MendedTable {

    private final Publisher publisher;
    private final TopicTable<Mended> table;

    MendedTable(Publisher publisher, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.publisher = publisher;
        this.table = new TopicTable<>(Mended.TOPIC, kafka);
    }

    void start(@Observes StartupEvent event) {
        table.start();
    }

    @PreDestroy
    void stop() {
        table.close();
    }

    Optional<Mended> find(String tenant, Place place) {
        return Optional.ofNullable(table.get(Mended.key(tenant, place.toString())));
    }

    /** Keeps a mark; completes when Kafka has it. */
    Uni<Void> put(Mended mended) {
        try {
            var value = ContractJson.MAPPER.writeValueAsBytes(mended);
            return publisher.publish(
                    List.of(new OutgoingRecord(Mended.TOPIC, mended.key(), value, "application/json", null)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }
}
