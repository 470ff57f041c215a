package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.ContactMessage;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
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
        addSources();
        addStage("contacts", (context, store) -> new ContactStage(store), "contact-events", "contact-messages");
        addStage("identifiers", (context, store) -> new IdentityStage(store), "identity-messages");
        addStage("cases", (context, store) -> new CaseStage(store), "case-messages");
        addStage(
                "customers",
                (context, store) -> new CustomerStage(context, store, journeys, publishInterval),
                "customer-messages");
        addSinks();
        return topology;
    }

    private void addSources() {
        var keys = Serdes.String().deserializer();
        var event = StageJson.contractSerde(ContactEvent.class).deserializer();
        Deserializer<ContactMessage> happened =
                (topic, bytes) -> bytes == null ? null : new ContactMessage.Happened(event.deserialize(topic, bytes));
        topology.addSource("contact-events", keys, happened, Topics.CONTACT_EVENTS.name());
        addSource("contact-messages", InternalTopics.CONTACT_MESSAGES);
        addSource("identity-messages", InternalTopics.IDENTITY_MESSAGES);
        addSource("case-messages", InternalTopics.CASE_MESSAGES);
        addSource("customer-messages", InternalTopics.CUSTOMER_MESSAGES);
    }

    private void addSinks() {
        addSink(
                Sinks.CONTACT_MESSAGES,
                InternalTopics.CONTACT_MESSAGES,
                "contacts",
                "identifiers",
                "cases",
                "customers");
        addSink(Sinks.IDENTITY_MESSAGES, InternalTopics.IDENTITY_MESSAGES, "contacts", "identifiers");
        addSink(Sinks.CASE_MESSAGES, InternalTopics.CASE_MESSAGES, "contacts");
        addSink(Sinks.CUSTOMER_MESSAGES, InternalTopics.CUSTOMER_MESSAGES, "contacts", "identifiers", "cases");
        addSink(Sinks.JOURNEYS, Topics.CONTACT_JOURNEYS, "customers");
        addSink(Sinks.SWITCHES, Topics.CONTACT_CHANNEL_SWITCHES, "customers");
        addSink(Sinks.IDENTITIES, Topics.CUSTOMER_IDENTITIES, "customers");
    }

    /** A stage, and its store of the same name. */
    private <M> void addStage(String name, StageProcessor.Maker<M> maker, String... sources) {
        topology.addProcessor(name, () -> new StageProcessor<>(name, maker), sources);
        topology.addStateStore(StageProcessor.store(storage.apply(name)), name);
    }

    private <V> void addSource(String name, Topic<V> topic) {
        topology.addSource(
                name,
                Serdes.String().deserializer(),
                StageJson.serde(topic.valueType()).deserializer(),
                topic.name());
    }

    private <V> void addSink(String name, Topic<V> topic, String... processors) {
        var serde = topic.name().startsWith("journey.")
                ? StageJson.serde(topic.valueType())
                : StageJson.contractSerde(topic.valueType());
        topology.addSink(name, topic.name(), Serdes.String().serializer(), serde.serializer(), processors);
    }
}
