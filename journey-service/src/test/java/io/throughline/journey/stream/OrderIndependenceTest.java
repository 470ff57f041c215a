package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 3 and 4: whatever the order of arrival, also between the stages, the stream ends where the batch does. More seeds
 * with {@code -Dseed.from=… -Dseed.to=…}.
 */
class OrderIndependenceTest {

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed.from", 0), Long.getLong("seed.to", 50));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamEndsWhereTheBatchDoes(long seed) {
        var events = RandomMonth.of(seed);
        var batch = Batch.recompute(events, TenantRules.defaults());
        var network = new Network(seed);
        network.run(events);
        assertThat(Unrevised.all(network.table(Topics.CUSTOMER_IDENTITIES))).isEqualTo(batch.identities());
        assertThat(Unrevised.all(network.table(Topics.CONTACT_CHANNEL_SWITCHES)))
                .isEqualTo(batch.switches());
        assertThat(Unrevised.all(network.table(Topics.CONTACT_JOURNEYS))).isEqualTo(batch.journeys());
    }
}
