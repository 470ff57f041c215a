package io.throughline.feedback.readmodel;

import io.throughline.servicekit.tracing.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * How far what people see is behind what was accepted. A record of contact.journeys carries the time at which intake took
 * the oldest event that led to it, so the age of that when it reaches the tables is the delay of the whole way. Of this
 * instance; it cannot see what journey-service has not published yet.
 */
@ApplicationScoped
public class Freshness {

    /** Longer without a record: there was nothing to wait for. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final InstantSource clock;
    private @Nullable Instant oldestBeingWritten;
    private Instant lastWriting = Instant.EPOCH;
    private Duration lastDelay = Duration.ZERO;

    Freshness(InstantSource clock) {
        this.clock = clock;
    }

    /** A batch was read and is being written. */
    synchronized void begins(ConsumerRecords<String, byte[]> batch) {
        long oldest = Long.MAX_VALUE;
        for (ConsumerRecord<String, byte[]> record : batch) {
            oldest = Math.min(oldest, acceptedAt(record));
        }
        oldestBeingWritten = batch.isEmpty() ? null : Instant.ofEpochMilli(oldest);
    }

    /** What journey-service publishes of its own accord (new rules) is as old as its record. */
    private static long acceptedAt(ConsumerRecord<String, byte[]> record) {
        long acceptedAt = Trail.acceptedAt(record.headers());
        return acceptedAt == Trail.UNKNOWN ? record.timestamp() : acceptedAt;
    }

    /** The batch is in the tables. */
    synchronized void ends() {
        if (oldestBeingWritten != null) {
            lastWriting = clock.instant();
            lastDelay = Duration.between(oldestBeingWritten, lastWriting);
            oldestBeingWritten = null;
        }
    }

    /** How old the oldest record is that is being written, or was lately; zero when nothing comes. */
    public synchronized Duration behind() {
        Instant now = clock.instant();
        if (oldestBeingWritten != null) {
            return Duration.between(oldestBeingWritten, now);
        }
        return Duration.between(lastWriting, now).compareTo(QUIET) < 0 ? lastDelay : Duration.ZERO;
    }
}
