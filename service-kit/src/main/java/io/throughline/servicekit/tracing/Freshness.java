package io.throughline.servicekit.tracing;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Measures how long after the acceptance of the oldest event behind it a record is published: {@code
 * throughline.freshness} by topic. It is readable at most one commit later.
 */
final class Freshness {

    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** To be called when a record is sent; one whose trail has no time is not measured. */
    void published(ProducerRecord<?, ?> record) {
        var accepted = Trail.text(record.headers(), Trail.ACCEPTED);
        if (!accepted.isEmpty()) {
            timers.computeIfAbsent(record.topic(), Freshness::timer)
                    .record(Duration.ofMillis(System.currentTimeMillis() - Long.parseLong(accepted)));
        }
    }

    private static Timer timer(String topic) {
        return Metrics.timer("throughline.freshness", "messaging.destination.name", topic);
    }
}
