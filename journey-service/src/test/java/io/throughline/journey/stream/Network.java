package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * The stages without Kafka, in the worst order that Kafka allows: what one key tells another arrives in order, all else
 * in any order that a seed chooses. Messages pass through their written form.
 */
final class Network {

    private record Channel(String from, String sink, String to) {}

    private final Random random;
    private final Map<String, StageProcessor<?>> stages = new LinkedHashMap<>();
    private final Map<String, MockProcessorContext<String, Object>> contexts = new HashMap<>();
    private final Map<String, Serde<?>> serdes = new HashMap<>();
    private final Map<Channel, Queue<byte[]>> channels = new HashMap<>();
    private final List<Channel> waiting = new ArrayList<>();
    private final Map<String, TreeMap<String, Object>> tables = new HashMap<>();
    private int messages;

    Network(long seed) {
        random = new Random(seed);
        add(Sinks.CONTACT_MESSAGES, ContactMessage.class, (context, store) -> new ContactStage(store));
        add(Sinks.IDENTITY_MESSAGES, IdentityMessage.class, (context, store) -> new IdentityStage(store));
        add(Sinks.CASE_MESSAGES, CaseMessage.class, (context, store) -> new CaseStage(store));
        add(
                Sinks.CUSTOMER_MESSAGES,
                CustomerMessage.class,
                (context, store) -> new CustomerStage(
                        context,
                        store,
                        (tenant, customer, contacts, cases) ->
                                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()),
                        Duration.ofMillis(50)));
    }

    private <M> void add(String sink, Class<M> type, StageProcessor.Maker<M> maker) {
        var context = new MockProcessorContext<String, Object>();
        var store = StageProcessor.store(Stores.inMemoryKeyValueStore(sink))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        serdes.put(sink, StageJson.serde(type));
        var stage = new StageProcessor<M>(sink, maker);
        stage.init(context);
        contexts.put(sink, context);
        stages.put(sink, stage);
    }

    /** Sends events and lets everything settle; now and then changed customers are published. */
    void run(Collection<ContactEvent> events) {
        int number = 0;
        for (var event : events) {
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            // Each from nowhere in particular: no order between them.
            send("log-" + number++, Sinks.CONTACT_MESSAGES, key, new ContactMessage.Happened(event));
        }
        while (!waiting.isEmpty()) {
            deliverAny();
            if (random.nextInt(20) == 0) {
                publish();
            }
        }
        publish();
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("publishing told somebody something");
        }
    }

    /** What stands under each key of a topic. */
    Map<String, Object> table(String sink) {
        return tables.getOrDefault(sink, new TreeMap<>());
    }

    int messages() {
        return messages;
    }

    private void deliverAny() {
        int index = random.nextInt(waiting.size());
        var channel = waiting.get(index);
        var queue = channels.get(channel);
        var message = queue.remove();
        if (queue.isEmpty()) {
            waiting.set(index, waiting.getLast());
            waiting.removeLast();
        }
        messages++;
        deliver(channel, message);
    }

    @SuppressWarnings("unchecked")
    private <M> void deliver(Channel channel, byte[] message) {
        var stage = (StageProcessor<M>) stages.get(channel.sink);
        var serde = (Serde<M>) serdes.get(channel.sink);
        stage.process(new Record<>(channel.to, serde.deserializer().deserialize("any", message), 0));
        forwarded(channel.sink, channel.to);
    }

    private void publish() {
        for (var punctuator : contexts.get(Sinks.CUSTOMER_MESSAGES).scheduledPunctuators()) {
            punctuator.getPunctuator().punctuate(0);
        }
        forwarded(Sinks.CUSTOMER_MESSAGES, "publisher");
    }

    private void forwarded(String stage, String from) {
        var context = contexts.get(stage);
        for (var forward : context.forwarded()) {
            send(
                    from,
                    forward.childName().orElseThrow(),
                    forward.record().key(),
                    forward.record().value());
        }
        context.resetForwards();
    }

    @SuppressWarnings("unchecked")
    private <M> void send(String from, String sink, String to, M message) {
        if (!stages.containsKey(sink)) {
            var table = tables.computeIfAbsent(sink, key -> new TreeMap<>());
            if (message == null) {
                table.remove(to);
            } else {
                table.put(to, message);
            }
            return;
        }
        var channel = new Channel(from, sink, to);
        var queue = channels.computeIfAbsent(channel, key -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            waiting.add(channel);
        }
        queue.add(((Serde<M>) serdes.get(sink)).serializer().serialize("any", message));
    }
}
