package io.throughline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has published about a tenant, as any reader of the topics sees it.
 *
 * @param events different events on {@code contact.events}, by source and id
 * @param deliveries records there: an event that came twice is two
 * @param journeys as they stand
 * @param switches as they stand
 */
record Published(long events, long deliveries, List<Journey> journeys, List<ChannelSwitch> switches) {

    /** Reads the topics from their beginning to their present end. */
    static Published read(String bootstrapServers, String tenant) {
        var reader = new Reader(bootstrapServers, tenant);
        var events = new HashSet<String>();
        var deliveries = new long[1];
        reader.read(Topics.CONTACT_EVENTS, (key, value) -> {
            if (value != null) {
                deliveries[0]++;
                events.add(Keys.join(text(value, "source"), text(value, "id")));
            }
        });
        return new Published(
                events.size(),
                deliveries[0],
                reader.latest(Topics.CONTACT_JOURNEYS),
                reader.latest(Topics.CONTACT_CHANNEL_SWITCHES));
    }

    /** How many customers have a journey. */
    long customers() {
        return journeys.stream().map(Journey::customerId).distinct().count();
    }

    private static String text(byte[] json, String field) {
        return tree(json).path(field).asText();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return ContractJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(String bootstrapServers, String tenant) {

        /** The last value of each key that still has one. */
        <V> List<V> latest(Topic<V> topic) {
            var latest = new LinkedHashMap<String, byte[]>();
            read(topic, (key, value) -> {
                if (value == null) {
                    latest.remove(key);
                } else {
                    latest.put(key, value);
                }
            });
            return latest.values().stream()
                    .map(value -> parse(value, topic.valueType()))
                    .toList();
        }

        private static <V> V parse(byte[] json, Class<V> type) {
            try {
                return ContractJson.MAPPER.readValue(json, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Every record of the tenant, a partition's in order; the value of a deletion is null. */
        void read(Topic<?> topic, BiConsumer<String, byte @Nullable []> each) {
            var settings = Map.<String, Object>of(
                    "bootstrap.servers", bootstrapServers,
                    "isolation.level", "read_committed",
                    "auto.offset.reset", "earliest");
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                var partitions = consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .collect(Collectors.toList());
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (var entry : consumer.poll(Duration.ofSeconds(1))) {
                        if (Keys.split(entry.key()).getFirst().equals(tenant)) {
                            each.accept(entry.key(), entry.value());
                        }
                    }
                }
            }
        }
    }
}
