package io.throughline.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts journeys on {@code contact.journeys} as journey-service does. */
final class JourneyProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param lingerMillis how long a batch is waited for: 0 for the least latency */
    JourneyProducer(String bootstrapServers, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", lingerMillis),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a journey; what to do once it is acknowledged is done in a thread of Kafka's. */
    void send(Journey journey, Runnable acknowledged) {
        var unused = producer.send(record(journey), (metadata, error) -> {
            if (error == null) {
                acknowledged.run();
            } else {
                failure.compareAndSet(null, error);
            }
        });
    }

    /**
     * Waits until what was sent is acknowledged.
     *
     * @throws Failure when a journey was not
     */
    void flush() {
        producer.flush();
        var error = failure.get();
        if (error != null) {
            throw new Failure("Kafka did not take a journey: " + error.getMessage(), error);
        }
    }

    private static ProducerRecord<String, byte[]> record(Journey journey) {
        try {
            return new ProducerRecord<>(
                    Topics.CONTACT_JOURNEYS.name(),
                    Keys.journey(journey.tenant(), journey.journeyId()),
                    ContractJson.MAPPER.writeValueAsBytes(journey));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The contract cannot write a journey", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
