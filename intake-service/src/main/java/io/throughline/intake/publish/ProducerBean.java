package io.throughline.intake.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The one producer of this service. */
@ApplicationScoped
class ProducerBean {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private static final String SETTINGS = "producer.properties";

    @Produces
    @Singleton
    Producer<byte[], byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        // What is configured under kafka.* for all clients: addresses, TLS, SASL.
        var settings = new HashMap<>(kafka);
        settings().forEach((name, value) -> settings.put(String.valueOf(name), value));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Properties settings() {
        try (var file = ProducerBean.class.getResourceAsStream(SETTINGS)) {
            var settings = new Properties();
            settings.load(Objects.requireNonNull(file, SETTINGS));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close(@Disposes Producer<byte[], byte[]> producer) {
        producer.close(CLOSE_TIMEOUT);
    }
}
