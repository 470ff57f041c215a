package io.throughline.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts events on {@code contact.events} as intake does: key, JSON, trace context, acknowledged by all replicas. */
final class EventProducer implements AutoCloseable {

    /** Of so many events one is traced: at a thousand a second nobody keeps every trace. */
    private static final int EVENTS_TO_A_TRACE = 100;

    private final AcknowledgedProducer producer;
    private final SplittableRandom traces = new SplittableRandom(1);
    private long events;

    /** @param lingerMillis how long a batch is waited for: 0 for the least latency */
    EventProducer(String bootstrapServers, int lingerMillis) {
        producer = new AcknowledgedProducer(bootstrapServers, lingerMillis);
    }

    /** Sends so many events and returns when all are acknowledged. */
    void send(Iterator<ContactEvent> events, long count) {
        for (long sent = 0; sent < count; sent++) {
            send(events.next(), () -> {});
        }
        flush();
    }

    /** Sends an event; what to do once it is acknowledged is done in a thread of Kafka's. */
    void send(ContactEvent event, Runnable acknowledged) {
        producer.send(record(event), acknowledged);
    }

    /**
     * Waits until what was sent is acknowledged.
     *
     * @throws Failure when an event was not
     */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<String, byte[]> record(ContactEvent event) {
        try {
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            var record = new ProducerRecord<>(
                    Topics.CONTACT_EVENTS.name(), key, ContractJson.MAPPER.writeValueAsBytes(event));
            record.headers().add("traceparent", traceparent());
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The contract cannot write " + event.type(), e);
        }
    }

    /** A new trace. */
    private byte[] traceparent() {
        var hex = HexFormat.of();
        return ("00-" + hex.toHexDigits(traces.nextLong()) + hex.toHexDigits(traces.nextLong()) + "-"
                        + hex.toHexDigits(traces.nextLong()) + (events++ % EVENTS_TO_A_TRACE == 0 ? "-01" : "-00"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
