package io.throughline.feedback.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FreshnessTest {

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

    private static ConsumerRecords<String, byte[]> batch(Instant... times) {
        var partition = new TopicPartition("contact.journeys", 0);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (Instant time : times) {
            records.add(new ConsumerRecord<>(
                    partition.topic(),
                    0,
                    records.size(),
                    time.toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    "key",
                    new byte[0],
                    new RecordHeaders(),
                    Optional.empty()));
        }
        return new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of());
    }
}
