package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.testkit.simulator.Arrival;
import io.throughline.testkit.simulator.SimulatedMonth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While events come, an instance of journey-service joins, and just then the other one is killed. */
@ExtendWith(SharedStack.class)
class InstancesIT {

    private static final long SEED = 1_964;
    private static final int CUSTOMERS = 250;
    private static final int STATEMENTS = 20;
    private static final String GROUP = "journey-5";
    /** The broker misses a killed member after its session has timed out, 45 s; then the work is done by the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningStack stack;

    InstancesIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void whoeverDoesTheWorkItEndsWhereTheBatchDoes() throws Exception {
        var month = LoadedMonth.simulate(SEED, CUSTOMERS);
        var deliveries = deliveries(month);
        int third = deliveries.size() / 3;

        send(deliveries.subList(0, third));
        try (var others = Executors.newFixedThreadPool(2)) {
            Future<?> joining = others.submit(() -> stack.startInstance("journey", "journey-2"));
            Future<?> sending = others.submit(() -> send(deliveries.subList(third, 2 * third)));
            awaitAnotherMember();
            stack.kill("journey");
            joining.get();
            sending.get();
        }
        stack.repair();
        send(deliveries.subList(2 * third, deliveries.size()));
        var outcome = Outcome.await(stack, Tenant.INSTANCES, PATIENCE);
        stack.stopInstance("journey-2");

        assertThat(outcome.recomputed().switches()).as("seed %d", SEED).isNotEmpty();
        assertThat(outcome.recomputed().differences(outcome.published()))
                .as("seed %d", SEED)
                .isEmpty();
    }

    /** A month with links and unlinks mixed in; 30 % twice, 30 % up to 90 days late. */
    private static List<ContactEvent> deliveries(SimulatedMonth month) {
        var events = new ArrayList<>(month.events());
        var random = new Random(SEED);
        var identifiers = month.events().stream()
                .flatMap(event -> event.data().context().identifiers().stream())
                .distinct()
                .sorted(Comparator.comparing(Identifier::type).thenComparing(Identifier::value))
                .toList();
        for (int i = 0; i < STATEMENTS; i++) {
            var pair = List.of(
                    identifiers.get(random.nextInt(identifiers.size())),
                    identifiers.get(random.nextInt(identifiers.size())));
            var at = month.events().get(random.nextInt(month.events().size()));
            events.add(statement("link-" + i, at, new IdentityData.Linked(pair, null)));
            if (i % 2 == 0) {
                var later = month.events().get(random.nextInt(month.events().size()));
                events.add(statement("unlink-" + i, later, new IdentityData.Unlinked(pair, null)));
            }
        }
        events.sort(Comparator.comparing(ContactEvent::time));
        return new Arrival(SEED, 0.3, 0.3, Duration.ofDays(90)).deliveries(events);
    }

    private static ContactEvent statement(String id, ContactEvent at, EventData data) {
        return new ContactEvent("", "/crm/statements", id, id, at.time(), null, null, data);
    }

    private void send(List<ContactEvent> deliveries) {
        try (var api = stack.api(Tenant.INSTANCES)) {
            LoadedMonth.send(api, deliveries);
        }
    }

    /** Until the group has members of both instances: the moment at which it shares the work out anew. */
    private void awaitAnotherMember() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            int before = members(admin);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> members(admin) > before);
        }
    }

    private static int members(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get()
                    .members()
                    .size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
