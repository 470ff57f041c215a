package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 3 and 4 over thousands of customers: whatever the order, the bytes on all topics are those of the batch. More with
 * {@code -Dsimulation.seeds=100 -Dsimulation.customers=5000 -Dsimulation.orders=10}; one that failed again with
 * {@code -Dsimulation.seed=…}.
 */
class ManyCustomersTest {

    private static final int CUSTOMERS = Integer.getInteger("simulation.customers", 2_000);
    private static final int ORDERS = Integer.getInteger("simulation.orders", 2);
    private static final int SHOWN = 3;

    static LongStream seeds() {
        long first = Long.getLong("simulation.seed", 1);
        return LongStream.range(first, first + Long.getLong("simulation.seeds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderEndsInTheBytesOfTheBatch(long seed) {
        var month = ManyCustomers.of(seed, CUSTOMERS);
        var batch = Batch.recompute(month.events(), TenantRules.defaults());
        var expected = bytes(batch.journeys(), batch.switches(), batch.identities());
        assertThat(batch.journeys()).hasSizeGreaterThan(CUSTOMERS);

        for (int order = 0; order < ORDERS; order++) {
            var network = new Network(seed + order);
            var deliveries = month.deliveries(order);
            if (order % 2 == 0) {
                network.arrive(deliveries);
            } else {
                network.run(deliveries);
            }
            var published = bytes(
                    network.table(Topics.CONTACT_JOURNEYS),
                    network.table(Topics.CONTACT_CHANNEL_SWITCHES),
                    network.table(Topics.CUSTOMER_IDENTITIES));
            assertThat(differences(expected, published))
                    .as("-Dsimulation.seed=%d -Dsimulation.customers=%d, order %d", seed, CUSTOMERS, order)
                    .isEmpty();
        }
    }

    /** What stands on the topics as their readers get it, by topic and key, without revisions. */
    private static TreeMap<String, String> bytes(
            Map<String, ?> journeys, Map<String, ?> switches, Map<String, ?> identities) {
        var all = new TreeMap<String, String>();
        add(all, Topics.CONTACT_JOURNEYS, journeys);
        add(all, Topics.CONTACT_CHANNEL_SWITCHES, switches);
        add(all, Topics.CUSTOMER_IDENTITIES, identities);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <V> void add(TreeMap<String, String> all, Topic<V> topic, Map<String, ?> values) {
        var serializer = StageSerdes.contract(topic.valueType()).serializer();
        Unrevised.all(values)
                .forEach((key, value) -> all.put(
                        topic.name() + " " + key,
                        new String(serializer.serialize(topic.name(), (V) value), StandardCharsets.UTF_8)));
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.removeIf(key -> Objects.equals(expected.get(key), actual.get(key)));
        var shown = new ArrayList<String>();
        keys.stream()
                .limit(SHOWN)
                .forEach(key ->
                        shown.add(key + "\n  batch  " + expected.get(key) + "\n  stream " + actual.get(key) + "\n"));
        if (keys.size() > SHOWN) {
            shown.add("… " + keys.size() + " in all");
        }
        return shown;
    }
}
