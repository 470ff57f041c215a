package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    @Test
    void isReadWhenOnlyEndsOfTransactionsAreLeft() throws Exception {
        try (var broker = KafkaBroker.temporary();
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("topic", 2, (short) 1)))
                    .all()
                    .get();
            assertThat(isRead(broker)).as("empty").isTrue();

            // Two records and the end of their transaction in the first partition: offsets 0, 1 and 2.
            try (var producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("topic", 0, "key", "one"));
                producer.send(new ProducerRecord<>("topic", 0, "key", "two"));
                producer.commitTransaction();
            }
            assertThat(isRead(broker)).as("never read").isFalse();
            commit(admin, FIRST, 1);
            assertThat(isRead(broker)).as("one read").isFalse();
            commit(admin, FIRST, 2);
            assertThat(isRead(broker)).as("both read").isTrue();

            try (var producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("topic", 1, "key", "three"));
                producer.commitTransaction();
            }
            assertThat(isRead(broker)).as("the other partition").isFalse();
            admin.deleteRecords(Map.of(SECOND, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
            assertThat(isRead(broker)).as("deleted by the broker").isTrue();
        }
    }

    private static boolean isRead(KafkaBroker broker) {
        try (var consumer = Backlog.consumer(broker.bootstrapServers(), "group")) {
            return Backlog.isRead(
                    consumer,
                    List.of("topic"),
                    System.nanoTime() + Duration.ofSeconds(2).toNanos());
        }
    }

    private static void commit(Admin admin, TopicPartition partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets("group", Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static KafkaProducer<String, String> producer(KafkaBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
                new StringSerializer(),
                new StringSerializer());
    }
}
