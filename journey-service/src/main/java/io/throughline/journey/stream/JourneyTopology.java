package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/**
 * The graph of journey-service: four stages, each keyed by what it keeps, that tell each other small messages.
 *
 * <pre>{@code
 * contact.events ──▶ contacts ──────────────▶ customers ──▶ contact.journeys
 *                     │▲  ▲│                   │   ▲        contact.channel-switches
 *        whose is it? │└──┼┼── released ◀──────┘   │        customer.identities
 *                     ▼   │▼ which record?         │
 *              identifiers cases ──────────────────┘
 *                   ▲ │
 *                   └─┘ who is who?
 * }</pre>
 *
 * Why it is so: docs/decisions/0005-journey-topology.md.
 */
public final class JourneyTopology {

    /**
     * A task takes the oldest record of its topics first. All that follows from events stands in payloads, so the record's
     * time only decides that: an answer goes before further events, else it would wait until a backlog is read.
     */
    private static final TimestampExtractor MESSAGES_FIRST = (record, partitionTime) -> 0;

    private static final Deserializer<ContactEvent> EVENT =
            StageSerdes.contract(ContactEvent.class).deserializer();

    /** An event as the message that it is to its contact. */
    static final Deserializer<ContactMessage> HAPPENED =
            (topic, bytes) -> bytes == null ? null : new ContactMessage.Happened(EVENT.deserialize(topic, bytes));

    private final JourneyFunction journeys;
    private final Duration publishInterval;
    private final Function<String, KeyValueBytesStoreSupplier> storage;
    private final Topology topology = new Topology();

    /**
     * @param journeys stitches and judges a customer's contacts
     * @param publishInterval how long a changed customer waits at most until it is published
     * @param storage where a store of a name keeps its records
     */
    public JourneyTopology(
            JourneyFunction journeys, Duration publishInterval, Function<String, KeyValueBytesStoreSupplier> storage) {
        this.journeys = journeys;
        this.publishInterval = publishInterval;
        this.storage = storage;
    }

    /** The graph; to be called once. */
    public Topology build() {
        addContacts();
        addIdentifiers();
        addCases();
        addCustomers();
        return topology;
    }

    private void addContacts() {
        topology.addSource("contact-events", Serdes.String().deserializer(), HAPPENED, Topics.CONTACT_EVENTS.name());
        addMessages("contact-messages", InternalTopics.CONTACT_MESSAGES);
        addErased("erased-contacts", InternalTopics.ERASED_CONTACTS, ContactMessage.WasErased::new);
        addStage("contacts", ContactStage::new, "contact-events", "contact-messages", "erased-contacts");
        addMessageSinks(
                "contacts",
                InternalTopics.ERASED_CONTACTS,
                InternalTopics.CONTACT_MESSAGES,
                InternalTopics.IDENTITY_MESSAGES,
                InternalTopics.CASE_MESSAGES,
                InternalTopics.CUSTOMER_MESSAGES);
    }

    private void addIdentifiers() {
        addMessages("identity-messages", InternalTopics.IDENTITY_MESSAGES);
        addErased("erased-identifiers", InternalTopics.ERASED_IDENTIFIERS, IdentityMessage.WasErased::new);
        addStage(
                "identifiers",
                context -> new IdentityStage(context.store()),
                "identity-messages",
                "erased-identifiers");
        addMessageSinks(
                "identifiers",
                InternalTopics.ERASED_IDENTIFIERS,
                InternalTopics.CONTACT_MESSAGES,
                InternalTopics.IDENTITY_MESSAGES,
                InternalTopics.CUSTOMER_MESSAGES);
    }

    private void addCases() {
        addMessages("case-messages", InternalTopics.CASE_MESSAGES);
        addStage("cases", context -> new CaseStage(context.store()), "case-messages");
        addMessageSinks("cases", InternalTopics.CONTACT_MESSAGES, InternalTopics.CUSTOMER_MESSAGES);
    }

    private void addCustomers() {
        addMessages("customer-messages", InternalTopics.CUSTOMER_MESSAGES);
        addStage("customers", context -> new CustomerStage(context, journeys, publishInterval), "customer-messages");
        addMessageSinks("customers", InternalTopics.CONTACT_MESSAGES, InternalTopics.IDENTITY_MESSAGES);
        for (var topic : List.of(
                Topics.CONTACT_JOURNEYS,
                Topics.CONTACT_CHANNEL_SWITCHES,
                Topics.CUSTOMER_IDENTITIES,
                Topics.CUSTOMER_ERASURES)) {
            addSink("customers", topic, StageSerdes.contract(topic.valueType()));
        }
    }

    private <V> void addMessages(String name, Topic<V> topic) {
        topology.addSource(
                Topology.AutoOffsetReset.EARLIEST,
                name,
                MESSAGES_FIRST,
                Serdes.String().deserializer(),
                new CompactSerde<>(topic.valueType()).deserializer(),
                topic.name());
    }

    /** A list of what was erased. The stage that writes it reads it, too: what it reads there is news only in a rebuild. */
    private <M> void addErased(String name, Topic<Instant> topic, Function<Instant, M> message) {
        var at = new CompactSerde<>(Instant.class).deserializer();
        Deserializer<M> erased = (ignored, bytes) -> bytes == null ? null : message.apply(at.deserialize("", bytes));
        topology.addSource(
                Topology.AutoOffsetReset.EARLIEST,
                name,
                MESSAGES_FIRST,
                Serdes.String().deserializer(),
                erased,
                topic.name());
    }

    /** A stage, and its store of the same name. */
    private <M> void addStage(String name, Function<StageContext, Stage<M>> maker, String... sources) {
        topology.addProcessor(name, () -> new StageProcessor<>(name, maker, publishInterval), sources);
        topology.addStateStore(StageProcessor.store(storage.apply(name)), name);
        topology.addStateStore(new BeforeCommit.Builder(name), name);
    }

    /** Each stage has ends of its own: one that two shared would make the two one task. */
    private void addMessageSinks(String stage, Topic<?>... topics) {
        for (var topic : topics) {
            addSink(stage, topic, new CompactSerde<>(topic.valueType()));
        }
    }

    private void addSink(String stage, Topic<?> topic, Serde<?> serde) {
        topology.addSink(
                StageOutput.sink(stage, topic), topic.name(), Serdes.String().serializer(), serde.serializer(), stage);
    }
}
