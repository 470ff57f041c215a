package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over a real broker with four partitions, while instances come and go. */
class RealBrokerTest {

    @Test
    void aRestartInTheMiddleLosesAndDoublesNothing(@TempDir Path first, @TempDir Path second) throws Exception {
        var events = RandomMonth.of(2);
        var batch = Batch.recompute(events, TenantRules.defaults());
        try (var cluster = new Cluster()) {
            var instance = cluster.start(first);
            cluster.send(events.subList(0, events.size() / 2));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !cluster.records(Topics.CONTACT_JOURNEYS).isEmpty());
            // In the middle of its work: what is not committed is done again by the next one.
            instance.close(Duration.ofSeconds(10));
            cluster.send(events.subList(events.size() / 2, events.size()));
            cluster.start(second);
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(Unrevised.all(cluster.table(Topics.CONTACT_JOURNEYS)))
                            .isEqualTo(batch.journeys()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> cluster.table(Topics.CUSTOMER_IDENTITIES).size()
                            == batch.identities().size());
            assertThat(Unrevised.all(cluster.table(Topics.CONTACT_CHANNEL_SWITCHES)))
                    .isEqualTo(batch.switches());
            assertThat(Unrevised.all(cluster.table(Topics.CUSTOMER_IDENTITIES))).isEqualTo(batch.identities());
            assertEachRevisionOnce(cluster);
        }
    }

    private static void assertEachRevisionOnce(Cluster cluster) {
        var last = new HashMap<String, Long>();
        for (var record : cluster.records(Topics.CONTACT_JOURNEYS)) {
            Journey journey = record.value();
            if (journey != null) {
                assertThat(journey.revision()).as(record.key()).isEqualTo(last.getOrDefault(record.key(), 0L) + 1);
                last.put(record.key(), journey.revision());
            }
        }
    }
}
