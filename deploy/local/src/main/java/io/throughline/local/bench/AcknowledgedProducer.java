package io.throughline.local.bench;

import io.throughline.local.Failure;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that counts a record as sent when all replicas have acknowledged it, as the services' do. */
final class AcknowledgedProducer implements AutoCloseable {

    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param lingerMillis how long a batch is waited for: 0 for the least latency */
    AcknowledgedProducer(String bootstrapServers, int lingerMillis) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "acks", "all",
                "linger.ms", lingerMillis,
                "batch.size", BATCH_BYTES);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends a record; what to do once it is acknowledged is done in a thread of Kafka's. */
    void send(ProducerRecord<String, byte[]> record, Runnable acknowledged) {
        var unused = producer.send(record, (metadata, error) -> {
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
     * @throws Failure when a record was not
     */
    void flush() {
        producer.flush();
        var error = failure.get();
        if (error != null) {
            throw new Failure("Kafka did not take a record: " + error.getMessage(), error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
