package io.throughline.systemtests;

import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What a consumer has read of a topic: committed records only. */
final class TopicView implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final @Nullable Tenant tenant;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
    private final SortedMap<String, String> latest = new TreeMap<>();

    /** Everything; for topics whose keys do not name the tenant. */
    TopicView(RunningStack stack, Topic<?> topic) {
        this(stack, topic, null);
    }

    /** What is about one tenant. */
    TopicView(RunningStack stack, Topic<?> topic, @Nullable Tenant tenant) {
        this.tenant = tenant;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", stack.kafka(),
                        "isolation.level", "read_committed",
                        "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has come. */
    TopicView refresh() {
        var end = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            for (var message : consumer.poll(Duration.ofSeconds(1))) {
                if (tenant == null || Keys.split(message.key()).getFirst().equals(tenant.id())) {
                    records.add(message);
                    if (message.value() == null) {
                        latest.remove(message.key());
                    } else {
                        latest.put(message.key(), message.value());
                    }
                }
            }
        }
        return this;
    }

    /** Every record read, in order within a partition. */
    List<ConsumerRecord<String, String>> records() {
        return records;
    }

    /** The last value of each key; deleted keys are not there. */
    SortedMap<String, String> latest() {
        return latest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
