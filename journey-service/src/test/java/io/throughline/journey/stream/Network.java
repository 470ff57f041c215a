package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The stages without Kafka, in the worst order that Kafka allows: what one key tells another arrives in order, all else
 * in any order that a seed chooses. Messages pass through their written form.
 */
final class Network {

    private record Channel(String from, String topic, String to) {}

    private static final Duration BEAT = Duration.ofMillis(50);

    private final Random random;

    /** How seldom a task commits, changed customers are published, and tasks are restarted: once in so many deliveries. */
    private final int seldom;

    private final Map<String, StageProcessor<?>> stages = new LinkedHashMap<>();
    private final Map<String, MockProcessorContext<String, Object>> contexts = new HashMap<>();
    private final Map<String, KeyValueStore<String, byte[]>> stores = new HashMap<>();
    private final Map<String, BeforeCommit> commits = new HashMap<>();
    private final Map<EventRef, ContactRef> contactOf = new HashMap<>();
    private final Map<String, Serde<?>> serdes = new HashMap<>();
    private final Map<Channel, Queue<byte[]>> channels = new HashMap<>();
    private final List<Channel> waiting = new ArrayList<>();
    private final Map<String, TreeMap<String, Object>> tables = new HashMap<>();
    private int messages;

    /** Since 1970; publications are so far apart that nothing rests. */
    private long hours;

    Network(long seed) {
        this(seed, 20);
    }

    Network(long seed, int seldom) {
        this.seldom = seldom;
        random = new Random(seed);
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

    private <M> void add(String name, Topic<M> topic, Function<StageContext, Stage<M>> maker) {
        var context = new MockProcessorContext<String, Object>();
        var store = StageProcessor.store(Stores.inMemoryKeyValueStore(name))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.put(topic.name(), store);
        var commit = new BeforeCommit.Builder(name).build();
        commit.init(context.getStateStoreContext(), commit);
        commits.put(topic.name(), commit);
        context.setCurrentSystemTimeMs(0);
        var stage = new StageProcessor<M>(name, maker, BEAT);
        stage.init(context);
        stages.put(topic.name(), stage);
        contexts.put(topic.name(), context);
        serdes.put(topic.name(), new CompactSerde<>(topic.valueType()));
    }

    /** Sends events and lets everything settle; now and then changed customers are published. */
    void run(Collection<ContactEvent> events) {
        int number = 0;
        for (var event : events) {
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            contactOf.put(EventRef.to(event), new ContactRef(event.source(), event.subject()));
            // Each from nowhere in particular: no order between them.
            send("log-" + number++, InternalTopics.CONTACT_MESSAGES.name(), key, new ContactMessage.Happened(event));
        }
        settle();
    }

    /** Asks for a customer's erasure, among whatever is under way. */
    void erase(String tenant, String customerId, Instant at) {
        send(
                "api",
                InternalTopics.CUSTOMER_MESSAGES.name(),
                Keys.customer(tenant, customerId),
                new CustomerMessage.Erase("e-" + customerId, at));
    }

    /** Keys of all records that a stage keeps, by the topic of its messages. */
    List<String> kept(Topic<?> messages) {
        KeyValueStore<String, byte[]> store = stores.get(messages.name());
        var keys = new ArrayList<String>();
        try (var all = store.all()) {
            all.forEachRemaining(record -> keys.add(record.key));
        }
        return keys;
    }

    /** Every placed contact with its person. */
    Map<ContactRef, String> persons() {
        var serde = new CompactSerde<>(PlacedContact.class);
        var persons = new HashMap<ContactRef, String>();
        KeyValueStore<String, byte[]> store = stores.get(InternalTopics.CUSTOMER_MESSAGES.name());
        try (var contacts = store.prefixScan("contact|", new StringSerializer())) {
            contacts.forEachRemaining(record -> {
                var placed = serde.read(record.value);
                persons.put(placed.summary().key().ref(), placed.personId());
            });
        }
        return persons;
    }

    /** As a list of erased contacts or identifiers is read in a rebuild. */
    void list(Topic<Instant> list, Map<String, Object> erased) {
        boolean contacts = list.equals(InternalTopics.ERASED_CONTACTS);
        erased.forEach((key, at) -> send(
                "list",
                (contacts ? InternalTopics.CONTACT_MESSAGES : InternalTopics.IDENTITY_MESSAGES).name(),
                key,
                contacts ? new ContactMessage.WasErased((Instant) at) : new IdentityMessage.WasErased((Instant) at)));
    }

    private void settle() {
        while (!waiting.isEmpty()) {
            deliverAny();
            if (random.nextInt(seldom) == 0) {
                commitAny();
            }
            if (random.nextInt(seldom) == 0) {
                publish();
            }
            if (random.nextInt(seldom) == 0) {
                restart();
            }
        }
        commits.keySet().forEach(this::commit);
        publish();
        // Those of whom only identifiers changed waited a little.
        publish();
        if (!waiting.isEmpty()) {
            settle();
        }
    }

    /**
     * Sends events one after the other while the stages work: some of what is told waits long, and most is worked off
     * soon. Then lets everything settle.
     */
    void arrive(Collection<ContactEvent> events) {
        int number = 0;
        for (var event : events) {
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            contactOf.put(EventRef.to(event), new ContactRef(event.source(), event.subject()));
            send("log-" + number++, InternalTopics.CONTACT_MESSAGES.name(), key, new ContactMessage.Happened(event));
            for (int i = random.nextInt(20); i > 0 && !waiting.isEmpty(); i--) {
                deliverAny();
            }
            if (random.nextInt(20) == 0) {
                publish();
            }
        }
        run(List.of());
    }

    /** What stands under each key of a topic. */
    Map<String, Object> table(Topic<?> topic) {
        return tables.getOrDefault(topic.name(), new TreeMap<>());
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
        var stage = (StageProcessor<M>) stages.get(channel.topic);
        var serde = (Serde<M>) serdes.get(channel.topic);
        stage.process(new Record<>(channel.to, serde.deserializer().deserialize("any", message), 0));
        forwarded(channel.topic, channel.to);
    }

    /** A task is closed and opened again, here or elsewhere: only its store is what it was. */
    private void restart() {
        var topic = any();
        commit(topic);
        stages.get(topic).init(contexts.get(topic));
    }

    private String any() {
        var topics = List.copyOf(stages.keySet());
        return topics.get(random.nextInt(topics.size()));
    }

    private void commitAny() {
        commit(any());
    }

    private void commit(String topic) {
        commits.get(topic).flushCache();
        var context = contexts.get(topic);
        for (var forward : context.forwarded()) {
            var contact = senderOf(forward.record().value());
            send(contact == null ? "commit" : contactKey(forward, contact), forward);
        }
        context.resetForwards();
    }

    private static String contactKey(CapturedForward<? extends String, ?> forward, ContactRef contact) {
        return Keys.contact(Keys.split(forward.record().key()).getFirst(), contact);
    }

    /** The contact that a message before a commit is from, so that it arrives in order with what the contact said before. */
    private @Nullable ContactRef senderOf(@Nullable Object message) {
        return switch (message) {
            case CustomerMessage.Place place -> place.contact().summary().key().ref();
            case CustomerMessage.Release release -> release.contact();
            case CaseMessage.Enrol enrol -> enrol.contact();
            case CaseMessage.Leave leave -> leave.contact();
            case IdentityMessage.Seen seen -> contactOf.get(seen.first());
            case IdentityMessage.Forget forget -> forget.contact().ref();
            case ContactMessage.ContactIs is -> is.contact();
            case ContactMessage.Follow follow -> follow.follower();
            case ContactMessage.ContinuedBy by ->
                Objects.requireNonNullElse(by.now(), by.before()).contact();
            case null, default -> null;
        };
    }

    private void publish() {
        var customers = InternalTopics.CUSTOMER_MESSAGES.name();
        long now = hours++ * 3_600_000;
        var context = contexts.get(customers);
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(now);
        commit(customers);
    }

    private void forwarded(String stage, String from) {
        var context = contexts.get(stage);
        for (var forward : context.forwarded()) {
            // What a contact says to the customer on whose record it was put comes after that, on one log.
            send(
                    forward.record().value() instanceof CustomerMessage.Place place
                            ? contactKey(
                                    forward, place.contact().summary().key().ref())
                            : from,
                    forward);
        }
        context.resetForwards();
    }

    private void send(String from, CapturedForward<? extends String, ?> forward) {
        var topic = forward.childName().orElseThrow().replaceFirst(".*-to-", "");
        send(from, topic, forward.record().key(), forward.record().value());
    }

    @SuppressWarnings("unchecked")
    private <M> void send(String from, String topic, String to, M message) {
        if (!stages.containsKey(topic)) {
            var table = tables.computeIfAbsent(topic, key -> new TreeMap<>());
            if (message == null) {
                table.remove(to);
            } else {
                table.put(to, message);
            }
            return;
        }
        var channel = new Channel(from, topic, to);
        var queue = channels.computeIfAbsent(channel, key -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            waiting.add(channel);
        }
        queue.add(((Serde<M>) serdes.get(topic)).serializer().serialize("any", message));
    }
}
