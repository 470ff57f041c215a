package io.throughline.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.journey.SampleJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Plays journey-service, and reads what feedback-service wrote. */
final class JourneyTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(servers(), new StringSerializer(), new ByteArraySerializer());

    JourneyTopic publish(SampleJourney... samples) throws Exception {
        for (SampleJourney sample : samples) {
            publish(sample.build(), null);
        }
        return this;
    }

    JourneyTopic publish(Journey journey, @Nullable String traceparent) throws Exception {
        return send(
                Keys.journey(journey.tenant(), journey.journeyId()),
                ContractJson.MAPPER.writeValueAsBytes(journey),
                traceparent);
    }

    JourneyTopic withdraw(String tenant, String journeyId) throws Exception {
        return send(Keys.journey(tenant, journeyId), null, null);
    }

    /** Plays routing-service. */
    void recommend(String tenant, String decision, String customer, String channel, Instant at) throws Exception {
        var decided = new RoutingDecision(
                tenant, decision, customer, null, "bill-payment", null, null, channel, List.of(), List.of(), at);
        producer.send(new ProducerRecord<>(
                        Topics.ROUTING_DECISIONS.name(),
                        Keys.decision(tenant, decision),
                        ContractJson.MAPPER.writeValueAsBytes(decided)))
                .get();
    }

    /** Plays journey-service when nothing of a customer is left in it. */
    void erase(String tenant, String customer) throws Exception {
        var erased =
                new CustomerErasure(tenant, "receipt-1", customer, Instant.EPOCH, Instant.EPOCH, 1, 1, 1, List.of(), 0);
        producer.send(new ProducerRecord<>(
                        Topics.CUSTOMER_ERASURES.name(),
                        Keys.customer(tenant, customer),
                        ContractJson.MAPPER.writeValueAsBytes(erased)))
                .get();
    }

    JourneyTopic send(String key, byte @Nullable [] value, @Nullable String traceparent) throws Exception {
        var record = new ProducerRecord<>(Topics.CONTACT_JOURNEYS.name(), key, value);
        if (traceparent != null) {
            record.headers().add("traceparent", traceparent.getBytes(UTF_8));
        }
        producer.send(record).get();
        return this;
    }

    /** Everything committed in a topic up to now. */
    static <V> List<ConsumerRecord<String, byte[]>> read(Topic<V> topic) {
        var settings = servers();
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static Map<String, Object> servers() {
        return new java.util.HashMap<>(Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)));
    }
}
