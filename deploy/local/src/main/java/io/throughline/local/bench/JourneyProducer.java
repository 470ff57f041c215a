package io.throughline.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts journeys on {@code contact.journeys} as journey-service does. */
final class JourneyProducer implements AutoCloseable {

    private final AcknowledgedProducer producer;

    /** @param lingerMillis how long a batch is waited for: 0 for the least latency */
    JourneyProducer(String bootstrapServers, int lingerMillis) {
        producer = new AcknowledgedProducer(bootstrapServers, lingerMillis);
    }

    /** Sends a journey; what to do once it is acknowledged is done in a thread of Kafka's. */
    void send(Journey journey, Runnable acknowledged) {
        producer.send(record(journey), acknowledged);
    }

    /**
     * Waits until what was sent is acknowledged.
     *
     * @throws Failure when a journey was not
     */
    void flush() {
        producer.flush();
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
