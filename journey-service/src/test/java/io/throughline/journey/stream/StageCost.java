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
import io.throughline.servicekit.streams.BeforeCommit;
import io.throughline.testkit.simulator.Simulator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.function.Function;
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

    private record Message(String topic, String key, byte[] value) {}

    private static final class Cost {
        private long messages;
        private long nanos;
    }

    private final Map<String, StageProcessor<?>> stages = new LinkedHashMap<>();
    private final Map<String, MockProcessorContext<String, Object>> contexts = new LinkedHashMap<>();
    private final Map<String, CountingStore> stores = new LinkedHashMap<>();
    private final Map<String, BeforeCommit> commits = new LinkedHashMap<>();
    private final Map<String, Cost> costs = new LinkedHashMap<>();
    private final Queue<Message> queue = new ArrayDeque<>();

    private StageCost() throws Exception {
        add("contacts", InternalTopics.CONTACT_MESSAGES, ContactStage::new);
        add("identifiers", InternalTopics.IDENTITY_MESSAGES, context -> new IdentityStage(context.store()));
        add("cases", InternalTopics.CASE_MESSAGES, context -> new CaseStage(context.store()));
        add(
                "customers",
                InternalTopics.CUSTOMER_MESSAGES,
                context -> new CustomerStage(
                        context,
                        (tenant, customer, contacts, cases) ->
                                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()),
                        BEAT));
    }

    private <M> void add(String name, Topic<M> topic, Function<StageContext, Stage<M>> maker) throws Exception {
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
        var commit = new BeforeCommit.Builder(name).build();
        commit.init(context.getStateStoreContext(), commit);
        commits.put(topic.name(), commit);
        context.setCurrentSystemTimeMs(0);
        var stage = new StageProcessor<M>(name, maker, BEAT);
        stage.init(context);
        stages.put(topic.name(), stage);
        contexts.put(topic.name(), context);
        stores.put(topic.name(), store);
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
            commits.forEach((topic, commit) -> {
                var context = contexts.get(topic);
                long now = System.currentTimeMillis();
                long began = THREADS.getCurrentThreadCpuTime();
                context.setCurrentSystemTimeMs(now);
                context.scheduledPunctuators()
                        .forEach(one -> one.getPunctuator().punctuate(now));
                commit.flushCache();
                cost("commit " + topic).nanos += THREADS.getCurrentThreadCpuTime() - began;
                forwarded(topic);
            });
        } while (!queue.isEmpty());
    }

    @SuppressWarnings("unchecked")
    private void deliver(Message message) {
        boolean event = message.topic.equals(EVENTS);
        var topic = event ? InternalTopics.CONTACT_MESSAGES.name() : message.topic;
        var stage = (StageProcessor<Object>) stages.get(topic);
        if (stage == null) {
            return;
        }
        long began = THREADS.getCurrentThreadCpuTime();
        var value = (event ? JourneyTopology.HAPPENED : serde(topic).deserializer()).deserialize(topic, message.value);
        long read = THREADS.getCurrentThreadCpuTime();
        stage.process(new Record<>(message.key, value, 0));
        long done = THREADS.getCurrentThreadCpuTime();
        cost("read " + message.topic).nanos += read - began;
        cost("read " + message.topic).messages++;
        cost("process " + message.topic).nanos += done - read;
        forwarded(topic);
    }

    private void forwarded(String stage) {
        var context = contexts.get(stage);
        for (var forward : context.forwarded()) {
            var topic = forward.childName().orElseThrow().replaceFirst(".*-to-", "");
            var value = forward.record().value();
            long began = THREADS.getCurrentThreadCpuTime();
            byte[] bytes = value == null ? null : serde(topic).serializer().serialize(topic, value);
            cost("write " + topic).nanos += THREADS.getCurrentThreadCpuTime() - began;
            cost("write " + topic).messages++;
            queue.add(new Message(topic, forward.record().key(), bytes));
        }
        context.resetForwards();
    }

    @SuppressWarnings("unchecked")
    private static Serde<Object> serde(String name) {
        for (var topic : new JourneyStreams().topics()) {
            if (topic.name().equals(name)) {
                return (Serde<Object>) (Serde<?>)
                        (name.startsWith("journey.")
                                ? new CompactSerde<>(topic.valueType())
                                : StageSerdes.contract(topic.valueType()));
            }
        }
        throw new IllegalStateException(name);
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
