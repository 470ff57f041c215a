package io.throughline.servicekit.tracing;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives Kafka Streams clients that trace each record (see {@link KafkaTracing}). What a poll returned is passed on as
 * the same object: Kafka Streams commits by the next offsets it holds, and with a rebuilt one counts records twice
 * after a restart under exactly-once. State that is restored is not traced.
 */
@ApplicationScoped
class TracingKafkaClientSupplier implements KafkaClientSupplier {

    private final KafkaTracing tracing;

    TracingKafkaClientSupplier(OpenTelemetry openTelemetry) {
        this.tracing = new KafkaTracing(openTelemetry);
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new TracingProducer(config, tracing);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new TracingConsumer(config, tracing);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static final class TracingConsumer extends KafkaConsumer<byte[], byte[]> {

        private final KafkaTracing tracing;
        private final String group;
        private final String clientId;

        TracingConsumer(Map<String, Object> config, KafkaTracing tracing) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.tracing = tracing;
            this.group = String.valueOf(config.get(ConsumerConfig.GROUP_ID_CONFIG));
            this.clientId = String.valueOf(config.get(ConsumerConfig.CLIENT_ID_CONFIG));
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            var records = super.poll(timeout);
            records.forEach(record -> tracing.consumed(record, group, clientId));
            return records;
        }
    }

    private static final class TracingProducer extends KafkaProducer<byte[], byte[]> {

        private final KafkaTracing tracing;
        private final String clientId;

        TracingProducer(Map<String, Object> config, KafkaTracing tracing) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.tracing = tracing;
            this.clientId = String.valueOf(config.get(ProducerConfig.CLIENT_ID_CONFIG));
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
            return super.send(record, tracing.producing(record, callback, clientId));
        }
    }
}
