package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.client.Pipeline;
import io.throughline.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private KafkaBroker broker;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.temporary();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        admin.createTopics(List.of(
                        new NewTopic("contact.events", 1, (short) 1), new NewTopic("contact.journeys", 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void isDrainedOnceEveryGroupHasReadAllButTheMarkersOfTransactions() throws Exception {
        write("contact.events", "demo|s|1", 20);
        write("contact.journeys", "demo|j", 10);
        commit("journey", "contact.events", 20);
        commit("read-model", "contact.journeys", 10);
        commit("feedback", "contact.journeys", 1);

        var drained = CompletableFuture.runAsync(() -> Pipeline.awaitDrained(broker.bootstrapServers(), PATIENCE));
        Thread.sleep(6000);
        assertThat(drained).isNotDone();
        commit("feedback", "contact.journeys", 10);
        drained.get(30, TimeUnit.SECONDS);
    }

    @Test
    void isNotDrainedBeforeAnybodyHasRead() throws Exception {
        write("contact.events", "demo|s|1", 20);
        var drained = CompletableFuture.runAsync(() -> Pipeline.awaitDrained(broker.bootstrapServers(), PATIENCE));
        Thread.sleep(6000);
        assertThat(drained).isNotDone();
        commit("journey", "contact.events", 20);
        drained.get(30, TimeUnit.SECONDS);
    }

    @Test
    void readsWhatIsPublishedAboutATenant() throws Exception {
        write("contact.events", "demo|s|1", 3);
        write("contact.events", "other|s|1", 5);
        write("contact.events", "demo|s|1", 2);
        admin.createTopics(List.of(new NewTopic("contact.channel-switches", 1, (short) 1)))
                .all()
                .get();
        var published = Published.read(broker.bootstrapServers(), "demo");
        assertThat(published.deliveries()).isEqualTo(5);
        assertThat(published.events()).isEqualTo(3);
        assertThat(published.journeys()).isEmpty();
    }

    /** In one transaction, as services write: events with the ids 0, 1, 2, … */
    private void write(String topic, String key, int count) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int id = 0; id < count; id++) {
                var value = "{\"source\":\"s\",\"id\":\"%d\"}"
                        .formatted(id)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, value));
            }
            producer.commitTransaction();
        }
    }

    private void commit(String group, String topic, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
