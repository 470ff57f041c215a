package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.StageMessage;
import io.throughline.testkit.simulator.Simulator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * What an event costs in each stage, without Kafka between them: CPU, messages and store writes for each event of a
 * simulated month, or of one of the other {@link CostCases}. Not a test. Arguments: case, its number, events between two
 * publications.
 */
public final class StageCost {

    private static final String EVENTS = "events";
    private static final Duration BEAT = Duration.ofMillis(50);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Message(String stage, String key, byte[] value) {}

    private static final class Cost {
        private long messages;
        private long nanos;
    }

    private final Map<String, RunningStage<? extends StageMessage>> stages = new LinkedHashMap<>();
    private final Map<String, CountingStore> stores = new LinkedHashMap<>();
    private final List<LongConsumer> clocks = new ArrayList<>();
    private final Map<String, Cost> costs = new LinkedHashMap<>();
    private final Queue<Message> queue = new ArrayDeque<>();
    private final CompactSerde<StageMessage> messages = new CompactSerde<>(StageMessage.class);
    private final Map<Topic<?>, Serde<Object>> topics = new HashMap<>();

    private StageCost() throws Exception {
        add(Network.CONTACTS, ContactStage::new);
        add(Network.IDENTIFIERS, context -> new IdentityStage(context.store()));
        add(Network.CASES, context -> new CaseStage(context.store()));
        add(
                Network.CUSTOMERS,
                context -> new CustomerStage(
                        context,
                        (tenant, customer, contacts, cases) ->
                                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()),
                        BEAT));
    }

    private <M extends StageMessage> void add(String name, Function<StageContext, Stage<M>> maker) throws Exception {
        var properties = new Properties();
        properties.put("application.id", "cost");
        properties.put("bootstrap.servers", "none:1");
        properties.put("rocksdb.config.setter", BoundedMemory.class);
        var directory = Files.createTempDirectory("cost").toFile();
        var context = new MockProcessorContext<String, Object>(properties, new TaskId(0, 0), directory);
        var store =
                new CountingStore(StageProcessor.unmeasured(StageProcessor.store(Stores.persistentKeyValueStore(name))
                        .withLoggingDisabled()
                        .build()));
        store.init(context.getStateStoreContext(), store);
        stores.put(name, store);
        var stageContext = new StageContext(store, this::said, (interval, action) -> clocks.add(action));
        stages.put(name, new RunningStage<>(stageContext, maker));
    }

    /** @param args case, its number, events between two publications */
    public static void main(String[] args) throws Exception {
        var kind = args.length > 0 ? CostCases.valueOf(args[0]) : CostCases.MONTH;
        int size = args.length > 1 ? Integer.parseInt(args[1]) : Simulator.CUSTOMERS;
        int batch = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        var run = new StageCost();
        var serde = StageSerdes.contract(ContactEvent.class);
        var events = kind.events(size);
        int number = 0;
        int measured = 0;
        for (var event : events) {
            if (number++ == events.size() / 2) {
                run.costs.clear();
                run.stores.values().forEach(CountingStore::clear);
                measured = number;
            }
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            run.queue.add(new Message(EVENTS, key, serde.serializer().serialize("any", event)));
            if (number % batch == 0) {
                run.settle();
            }
        }
        run.settle();
        run.print(events.size() - measured);
        System.exit(0);
    }

    private void settle() {
        do {
            while (!queue.isEmpty()) {
                deliver(queue.remove());
            }
            long now = System.currentTimeMillis();
            clocks.forEach(clock -> clock.accept(now));
            stages.forEach((name, stage) -> cost("commit " + name, () -> stage.commits(now)));
        } while (!queue.isEmpty());
    }

    private void deliver(Message message) {
        boolean event = message.stage.equals(EVENTS);
        var stage = event ? Network.CONTACTS : message.stage;
        var value = new AtomicReference<StageMessage>();
        cost(
                "read " + message.stage,
                () -> value.set(
                        event
                                ? JourneyTopology.HAPPENED.deserialize("", message.value)
                                : messages.read(message.value)));
        cost("process " + message.stage, () -> receive(stage, message.key, value.get()));
    }

    @SuppressWarnings("unchecked")
    private void receive(String stage, String key, StageMessage message) {
        ((RunningStage<StageMessage>) stages.get(stage)).receive(message, new Record<>(key, "", 0));
    }

    /** Its time counts for the stage that speaks, too. */
    private void said(Topic<?> topic, Record<String, ?> record) {
        if (record.value() instanceof StageMessage message) {
            var stage = Network.stageOf(message);
            var bytes = new AtomicReference<byte[]>();
            cost("write for " + stage, () -> bytes.set(messages.write(message)));
            queue.add(new Message(stage, record.key(), bytes.get()));
        } else if (record.value() != null) {
            cost("write " + topic.name(), () -> serde(topic).serializer().serialize("", record.value()));
        }
    }

    private void cost(String what, Runnable work) {
        long began = THREADS.getCurrentThreadCpuTime();
        work.run();
        var cost = cost(what);
        cost.nanos += THREADS.getCurrentThreadCpuTime() - began;
        cost.messages++;
    }

    @SuppressWarnings("unchecked")
    private Serde<Object> serde(Topic<?> topic) {
        return topics.computeIfAbsent(topic, one -> (Serde<Object>) (Serde<?>)
                (one.name().startsWith("journey.")
                        ? new CompactSerde<>(one.valueType())
                        : StageSerdes.contract(one.valueType())));
    }

    private Cost cost(String what) {
        return costs.computeIfAbsent(what, key -> new Cost());
    }

    private void print(int events) {
        double total = 0;
        for (var entry : costs.entrySet()) {
            double micros = entry.getValue().nanos / 1e3 / events;
            total += micros;
            System.out.printf(
                    "%-38s %8.2f us, %5.2f messages%n",
                    entry.getKey(), micros, (double) entry.getValue().messages / events);
        }
        stores.forEach((topic, store) -> System.out.printf("%-38s %s%n", "store of " + topic, store.counts(events)));
        System.out.printf("%d events, %.1f us CPU each%n", events, total);
    }
}
