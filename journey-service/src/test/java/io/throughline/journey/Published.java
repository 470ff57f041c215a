package io.throughline.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Publishes by hand what the stream would. */
public final class Published implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
            new StringSerializer(),
            new ByteArraySerializer());

    public void journey(Journey journey) {
        send(Topics.CONTACT_JOURNEYS, Keys.journey(journey.tenant(), journey.journeyId()), json(journey));
    }

    public void noJourney(String tenant, String journeyId) {
        send(Topics.CONTACT_JOURNEYS, Keys.journey(tenant, journeyId), null);
    }

    public void customer(CustomerIdentity customer) {
        send(Topics.CUSTOMER_IDENTITIES, Keys.customer(customer.tenant(), customer.customerId()), json(customer));
    }

    public void noCustomer(String tenant, String customerId) {
        send(Topics.CUSTOMER_IDENTITIES, Keys.customer(tenant, customerId), null);
    }

    public void send(Topic<?> topic, String key, byte @Nullable [] value) {
        // One partition: who sees what was sent last has seen all.
        producer.send(new ProducerRecord<>(topic.name(), 0, key, value));
        producer.flush();
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
