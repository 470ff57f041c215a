package io.throughline.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes by hand what other services would, and reads what routing wrote. */
public final class TestTopics implements AutoCloseable {

    private final Map<String, Object> servers =
            Map.of("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());

    public void journey(Journey journey) {
        send(Topics.CONTACT_JOURNEYS, Keys.journey(journey.tenant(), journey.journeyId()), json(journey));
    }

    public void kpi(Kpi kpi) {
        send(Topics.FEEDBACK_KPIS, key(kpi), json(kpi));
    }

    public void noKpi(Kpi kpi) {
        send(Topics.FEEDBACK_KPIS, key(kpi), null);
    }

    /** The decision that is on its topic by now; fails when there is none. */
    public RoutingDecision decision(String key) {
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.ROUTING_DECISIONS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(record.key())) {
                        return ContractJson.MAPPER.readValue(record.value(), RoutingDecision.class);
                    }
                }
            }
            throw new AssertionError("no decision " + key);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void send(Topic<?> topic, String key, byte[] value) {
        // One partition: who sees what was sent last has seen all.
        producer.send(new ProducerRecord<>(topic.name(), 0, key, value));
        producer.flush();
    }

    private static String key(Kpi kpi) {
        return Keys.kpi(
                kpi.tenant(),
                kpi.kpi(),
                kpi.variant(),
                kpi.window(),
                kpi.start().toString(),
                kpi.dimensions());
    }

    private static byte[] json(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
