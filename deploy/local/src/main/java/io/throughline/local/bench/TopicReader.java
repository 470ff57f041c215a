package io.throughline.local.bench;

import io.throughline.contracts.topic.Topic;
import io.throughline.local.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what is committed to topics from now on, in a thread of its own: what else is measured holds nothing up, and a
 * record is noted when it can be read.
 */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean over;

    /** @param noted is given each record, by the reading thread */
    TopicReader(String bootstrapServers, List<Topic<?>> topics, Consumer<ConsumerRecord<String, byte[]>> noted) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up now, and not at the first poll.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("topic-reader").start(() -> {
            while (!over) {
                consumer.poll(Duration.ofMillis(100)).forEach(noted);
            }
        });
    }

    /** Once it is closed, nothing is noted any more. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
        consumer.close();
    }
}
