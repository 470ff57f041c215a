package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 3 and 4: whatever the order of arrival, also between the stages, the stream ends where the batch does. */
class OrderIndependenceTest {

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed.from", 0), Long.getLong("seed.to", 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamEndsWhereTheBatchDoes(long seed) {
        var events = RandomMonth.of(seed);
        var batch = Batch.recompute(events, TenantRules.defaults());
        var network = new Network(seed);
        network.run(events);
        assertThat(without(network.table(Sinks.IDENTITIES))).isEqualTo(batch.identities());
        assertThat(without(network.table(Sinks.SWITCHES))).isEqualTo(batch.switches());
        assertThat(without(network.table(Sinks.JOURNEYS))).isEqualTo(batch.journeys());
    }

    private static Map<String, Object> without(Map<String, Object> published) {
        UnaryOperator<Object> unrevised = value -> switch (value) {
            case ChannelSwitch one -> one.withRevision(0);
            case CustomerIdentity one -> new CustomerIdentity(one.tenant(), one.customerId(), one.identifiers(), 0);
            case Journey one ->
                new Journey(
                        one.tenant(),
                        one.journeyId(),
                        one.customerId(),
                        0,
                        one.status(),
                        one.intent(),
                        one.caseIds(),
                        one.entryChannel(),
                        one.exitChannel(),
                        one.startedAt(),
                        one.endedAt(),
                        one.resolution(),
                        one.lapsesAt(),
                        one.asOf(),
                        one.contacts(),
                        one.switches().stream()
                                .map(each -> each.withRevision(0))
                                .toList(),
                        one.handovers());
            default -> throw new IllegalArgumentException();
        };
        var all = new TreeMap<String, Object>();
        published.forEach((key, value) -> all.put(key, unrevised.apply(value)));
        return all;
    }
}
