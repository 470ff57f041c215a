package io.throughline.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads what intake wrote. */
public final class KafkaRecords {

    private KafkaRecords() {}

    /** Everything in a topic up to now. */
    public static List<ConsumerRecord<String, byte[]>> all(Topic<?> topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "group.id",
                UUID.randomUUID().toString());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The values of a topic that hold some text, as JSON. */
    public static List<JsonNode> having(Topic<?> topic, String text) {
        return all(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(value -> value.contains(text))
                .map(KafkaRecords::json)
                .toList();
    }

    /** The one value of a topic that holds some text. */
    public static JsonNode only(Topic<?> topic, String text) {
        var found = having(topic, text);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of " + topic.name() + " hold " + text + ": " + found);
        }
        return found.get(0);
    }

    private static JsonNode json(String value) {
        try {
            return ContractJson.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new AssertionError(value, e);
        }
    }
}
