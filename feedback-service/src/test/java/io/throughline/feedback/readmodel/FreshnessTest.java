package io.throughline.feedback.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final TopicPartition JOURNEYS = new TopicPartition("contact.journeys", 0);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private Instant now = NOON;
    private final Freshness freshness = new Freshness(() -> now);

    @Test
    void nothingEverCame() {
        assertThat(freshness.behind()).isZero();
    }

    /** The database is away: what was read waits, and gets older. */
    @Test
    void whatIsBeingWrittenGetsOlder() {
        freshness.begins(batch(NOON.minusSeconds(2), NOON.minusSeconds(7), NOON));
        assertThat(freshness.behind()).isEqualTo(Duration.ofSeconds(7));

        now = NOON.plusSeconds(300);
        assertThat(freshness.behind()).isEqualTo(Duration.ofSeconds(307));
    }

    /** The services before are behind: what comes is old when it comes. */
    @Test
    void whatCameLateTellsHowLate() {
        freshness.begins(batch(NOON.minusSeconds(90)));
        now = NOON.plusSeconds(1);
        freshness.ends();
        assertThat(freshness.behind()).isEqualTo(Duration.ofSeconds(91));

        now = NOON.plusSeconds(10);
        assertThat(freshness.behind()).isEqualTo(Duration.ofSeconds(91));
        now = NOON.plusSeconds(11);
        assertThat(freshness.behind()).as("nothing came for ten seconds").isZero();
    }

    /** Nobody accepted an event that led to it: new rules did. */
    @Test
    void whatCarriesNoTimeIsAsOldAsItsRecord() {
        freshness.begins(batch(List.of(record(new Trail(List.of(), Trail.UNKNOWN)))));
        now = NOON.plusSeconds(3);
        assertThat(freshness.behind()).isEqualTo(Duration.ofSeconds(3));
    }

    /** Published only now, whenever intake took the events. */
    private static ConsumerRecords<String, byte[]> batch(Instant... acceptedAt) {
        return batch(Arrays.stream(acceptedAt)
                .map(time -> record(new Trail(List.of(), time.toEpochMilli())))
                .toList());
    }

    private static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(JOURNEYS, records), Map.of());
    }

    private static ConsumerRecord<String, byte[]> record(Trail trail) {
        return new ConsumerRecord<>(
                JOURNEYS.topic(),
                JOURNEYS.partition(),
                0,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                new byte[0],
                trail.headers(),
                Optional.empty());
    }
}
