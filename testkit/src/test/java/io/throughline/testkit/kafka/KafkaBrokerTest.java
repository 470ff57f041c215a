package io.throughline.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.testkit.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final TopicPartition PARTITION = new TopicPartition("letters", 0);

    @Test
    void keepsRecordsAndPortOverARestart(@TempDir Path directory) throws Exception {
        try (var broker = KafkaBroker.in(directory, FreePort.find())) {
            var address = broker.bootstrapServers();
            createTopic(address);
            send(address, "a");
            broker.stop();
            broker.start();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            send(address, "b");
            assertThat(records(address)).containsExactly("a", "b");
        }
    }

    @Test
    void aNewObjectFindsTheDataOfADirectory(@TempDir Path directory) throws Exception {
        try (var first = KafkaBroker.in(directory, FreePort.find())) {
            createTopic(first.bootstrapServers());
            send(first.bootstrapServers(), "a");
        }
        try (var second = KafkaBroker.in(directory, FreePort.find())) {
            assertThat(records(second.bootstrapServers())).containsExactly("a");
        }
    }

    @Test
    void refusesRecordsWhileStopped() throws Exception {
        try (var broker = KafkaBroker.temporary()) {
            createTopic(broker.bootstrapServers());
            broker.stop();
            assertThatThrownBy(() -> send(broker.bootstrapServers(), "lost"))
                    .hasMessageContaining("not present in metadata");
        }
    }

    @Test
    void takesATransaction() throws Exception {
        try (var broker = KafkaBroker.temporary()) {
            createTopic(broker.bootstrapServers());
            var settings = Map.<String, Object>of(
                    "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "t", "max.block.ms", 20000);
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("letters", "a")).get();
                producer.commitTransaction();
            }
            assertThat(records(broker.bootstrapServers())).containsExactly("a");
        }
    }

    private static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(String address, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", address, "acks", "all", "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", value)).get();
        }
    }

    private static List<String> records(String address) {
        var settings = Map.<String, Object>of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var values = new java.util.ArrayList<String>();
            var end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(5)).forEach(entry -> values.add(entry.value()));
            }
            return values;
        }
    }
}
