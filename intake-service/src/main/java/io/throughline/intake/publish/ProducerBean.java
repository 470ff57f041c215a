package io.throughline.intake.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The one producer of this service. */
@ApplicationScoped
class ProducerBean {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /**
     * The laws of intake, so not in a configuration file: acknowledged means written by all in-sync replicas, once and in
     * order; and a caller whose limit is 5 s hears within it that Kafka is slow.
     */
    private static final Map<String, Object> PROMISES = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000,
            // Brokers that all came back under other addresses are found by asking those of the configuration again.
            CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "rebootstrap");

    private static final Map<String, Object> SPEED = Map.of(
            ProducerConfig.LINGER_MS_CONFIG, 2,
            ProducerConfig.BATCH_SIZE_CONFIG, 65_536,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            // A broker that comes back is found quickly.
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500,
            // Otherwise a topic not written for 5 minutes has to be looked up again, which would block.
            ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis());

    private @Nullable KafkaClientMetrics metrics;

    @Produces
    @Singleton
    Producer<byte[], byte[]> producer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry registry) {
        var settings = new HashMap<String, Object>(SPEED);
        // What is configured under kafka.* for all clients: addresses, TLS, SASL, and speed where others are wanted.
        settings.putAll(kafka);
        settings.putAll(PROMISES);
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        return producer;
    }

    void close(@Disposes Producer<byte[], byte[]> producer) {
        if (metrics != null) {
            metrics.close();
        }
        producer.close(CLOSE_TIMEOUT);
    }
}
