package io.throughline.journey.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.throughline.journey.stream.message.StageMessage;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stages without Kafka, in the worst order that Kafka allows: what one key tells another arrives in order, all else
 * in any order that a seed chooses. Messages pass through their written form.
 */
final class Network {

    static final String CONTACTS = "contacts";
    static final String IDENTIFIERS = "identifiers";
    static final String CASES = "cases";
    static final String CUSTOMERS = "customers";

    private record Channel(String from, String stage, String to) {}

    private static final Duration BEAT = Duration.ofMillis(50);

    private final Random random;

    /** How seldom a task commits, changed customers are published, and tasks are restarted: once in so many deliveries. */
    private final int seldom;

    private final Map<String, StageAlone<?>> stages = new LinkedHashMap<>();
    private final Map<EventRef, ContactRef> contactOf = new HashMap<>();
    private final CompactSerde<StageMessage> serde = new CompactSerde<>(StageMessage.class);
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
        add(CONTACTS, ContactMessage.class, ContactStage::new);
        add(IDENTIFIERS, IdentityMessage.class, context -> new IdentityStage(context.store()));
        add(CASES, CaseMessage.class, context -> new CaseStage(context.store()));
        add(
                CUSTOMERS,
                CustomerMessage.class,
                context -> new CustomerStage(
                        context,
                        (tenant, customer, contacts, cases) ->
                                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()),
                        BEAT));
    }

    private <M extends StageMessage> void add(String name, Class<M> type, Function<StageContext, Stage<M>> maker) {
        stages.put(name, new StageAlone<>(type, maker));
    }

    /** The stage that a message is for. */
    static String stageOf(StageMessage message) {
        return switch (message) {
            case ContactMessage contact -> CONTACTS;
            case IdentityMessage identity -> IDENTIFIERS;
            case CaseMessage one -> CASES;
            case CustomerMessage customer -> CUSTOMERS;
        };
    }

    /** Sends events and lets everything settle; now and then changed customers are published. */
    void run(Collection<ContactEvent> events) {
        int number = 0;
        for (var event : events) {
            var key = Keys.contact(event.tenant(), event.source(), event.subject());
            contactOf.put(EventRef.to(event), new ContactRef(event.source(), event.subject()));
            // Each from nowhere in particular: no order between them.
            send("log-" + number++, key, new ContactMessage.Happened(event));
        }
        settle();
    }

    /** Asks for a customer's erasure, among whatever is under way. */
    void erase(String tenant, String customerId, Instant at) {
        erase(tenant, customerId, "e-" + customerId, at);
    }

    void erase(String tenant, String customerId, String receiptId, Instant at) {
        send("api", Keys.customer(tenant, customerId), new CustomerMessage.Erase(receiptId, at));
    }

    /** Keys of all records that a stage keeps. */
    List<String> kept(String stage) {
        var keys = new ArrayList<String>();
        try (var all = store(stage).all()) {
            all.forEachRemaining(record -> keys.add(new String(record.key.get(), UTF_8)));
        }
        return keys;
    }

    private KeyValueStore<Bytes, byte[]> store(String stage) {
        return Objects.requireNonNull(stages.get(stage)).store();
    }

    /** Every placed contact with its person. */
    Map<ContactRef, String> persons() {
        var placedSerde = new CompactSerde<>(PlacedContact.class);
        var persons = new HashMap<ContactRef, String>();
        try (var records = store(CUSTOMERS).prefixScan("customer|", new StringSerializer())) {
            records.forEachRemaining(record -> {
                if (Keys.split(new String(record.key.get(), UTF_8)).get(3).equals("contact")) {
                    var placed = placedSerde.read(record.value);
                    persons.put(placed.summary().key().ref(), placed.personId());
                }
            });
        }
        return persons;
    }

    /** As a list of erased contacts or identifiers is read in a rebuild. */
    void list(Topic<Instant> list, Map<String, Object> erased) {
        boolean contacts = list.equals(InternalTopics.ERASED_CONTACTS);
        erased.forEach((key, at) -> send(
                "list",
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
        stages.keySet().forEach(this::commit);
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
            send("log-" + number++, key, new ContactMessage.Happened(event));
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

    private void deliver(Channel channel, byte[] message) {
        var stage = Objects.requireNonNull(stages.get(channel.stage));
        stage.receive(channel.to, serde.read(message));
        for (var said : stage.said()) {
            // What a contact says to the customer on whose record it was put comes after that, on one log.
            var from = said.value() instanceof CustomerMessage.Place place
                    ? contactKey(said, place.contact().summary().key().ref())
                    : channel.to;
            send(from, said);
        }
    }

    /** A task is closed and opened again, here or elsewhere: only its store is what it was. */
    private void restart() {
        var stage = any();
        commit(stage);
        Objects.requireNonNull(stages.get(stage)).restart();
    }

    private String any() {
        var names = List.copyOf(stages.keySet());
        return names.get(random.nextInt(names.size()));
    }

    private void commitAny() {
        commit(any());
    }

    private void commit(String stage) {
        commit(stage, hours * 3_600_000);
    }

    private void commit(String name, long now) {
        var stage = Objects.requireNonNull(stages.get(name));
        stage.commits(now);
        for (var said : stage.said()) {
            var contact = senderOf(said.value());
            send(contact == null ? "commit" : contactKey(said, contact), said);
        }
    }

    private static String contactKey(StageAlone.Said said, ContactRef contact) {
        return Keys.contact(Keys.split(said.key()).getFirst(), contact);
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
        long now = hours++ * 3_600_000;
        Objects.requireNonNull(stages.get(CUSTOMERS)).tick(now);
        commit(CUSTOMERS, now);
    }

    private void send(String from, StageAlone.Said said) {
        if (said.value() instanceof StageMessage message) {
            send(from, said.key(), message);
            return;
        }
        var table = tables.computeIfAbsent(said.topic().name(), key -> new TreeMap<>());
        if (said.value() == null) {
            table.remove(said.key());
        } else {
            table.put(said.key(), said.value());
        }
    }

    private void send(String from, String to, StageMessage message) {
        var channel = new Channel(from, stageOf(message), to);
        var queue = channels.computeIfAbsent(channel, key -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            waiting.add(channel);
        }
        queue.add(serde.write(message));
    }
}
