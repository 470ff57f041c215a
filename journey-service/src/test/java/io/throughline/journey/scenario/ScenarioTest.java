package io.throughline.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.TopologyRun;
import io.throughline.journey.stream.Unrevised;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every scenario file through the domain, then in several orders with a third of the events delivered twice,
 * through the domain and through the stream's topology, and wants the same.
 */
class ScenarioTest {

    private static final int ORDERS = 3;
    private static final Map<String, TenantRules> RULES = new HashMap<>();
    private static final TopologyRun TOPOLOGY = new TopologyRun(RULES::get);

    @AfterAll
    static void stop() {
        TOPOLOGY.close();
    }

    @TestFactory
    Stream<DynamicContainer> scenarios() {
        return ScenarioFiles.all().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        ScenarioFiles.read(file).stream()
                                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)))));
    }

    private static void play(Scenario scenario) {
        var played = new PlayedScenario(scenario);
        List<ContactEvent> events = played.events();

        Expectations.check(
                scenario, PlayedScenario.inOrder(played.batch(events).journeys().values()));

        // Each order is played as tenants of its own, so that one topology serves all.
        String name = "scenario-" + RULES.size() + "-";
        var asWritten = new ArrayList<ContactEvent>();
        var delivered = new ArrayList<ContactEvent>();
        for (int seed = 0; seed < ORDERS; seed++) {
            var inOrder = ofTenant(name + seed + "-", events);
            asWritten.addAll(inOrder);
            delivered.addAll(shuffled(inOrder, seed));
        }
        Batch expected = played.batch(asWritten);
        assertThat(played.batch(delivered)).isEqualTo(expected);
        delivered.forEach(event -> RULES.put(event.tenant(), scenario.tenantRules()));
        TOPOLOGY.send(delivered).publishAll();
        assertThat(of(name, TOPOLOGY.journeys(), Journey::tenant)).isEqualTo(expected.journeys());
        assertThat(of(name, TOPOLOGY.switches(), ChannelSwitch::tenant)).isEqualTo(expected.switches());
        assertThat(of(name, TOPOLOGY.identities(), CustomerIdentity::tenant)).isEqualTo(expected.identities());
    }

    private static <V> Map<String, Object> of(String tenants, Map<String, V> published, Function<V, String> tenant) {
        var own = new TreeMap<>(published);
        own.values().removeIf(value -> !tenant.apply(value).startsWith(tenants));
        return Unrevised.all(own);
    }

    private static List<ContactEvent> ofTenant(String prefix, List<ContactEvent> events) {
        return events.stream()
                .map(event -> new ContactEvent(
                        prefix + event.tenant(),
                        event.source(),
                        event.id(),
                        event.subject(),
                        event.time(),
                        event.receivedTime(),
                        event.traceparent(),
                        event.data()))
                .toList();
    }

    private static List<ContactEvent> shuffled(List<ContactEvent> events, int seed) {
        var random = new Random(seed);
        var delivered = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }
}
