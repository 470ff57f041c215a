package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.journey.stream.message.StageMessage;
import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/**
 * The graph of journey-service: four stages, each keyed by what it keeps, that tell each other small messages. A task has
 * all four of its partition.
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
    private final IntSupplier partitions;
    private final Function<String, KeyValueBytesStoreSupplier> storage;
    private final Topology topology = new Topology();

    /**
     * @param journeys stitches and judges a customer's contacts
     * @param publishInterval how long a changed customer waits at most until it is published
     * @param partitions of {@code contact.events} and of the messages; asked once Kafka Streams runs
     * @param storage where a store of a name keeps its records
     */
    public JourneyTopology(
            JourneyFunction journeys,
            Duration publishInterval,
            IntSupplier partitions,
            Function<String, KeyValueBytesStoreSupplier> storage) {
        this.journeys = journeys;
        this.publishInterval = publishInterval;
        this.partitions = partitions;
        this.storage = storage;
    }

    /** The graph; to be called once. */
    public Topology build() {
        topology.addSource("contact-events", Serdes.String().deserializer(), HAPPENED, Topics.CONTACT_EVENTS.name());
        addSource("messages", InternalTopics.MESSAGES, Function.identity());
        // Lists of what was erased. What is read there is news only in a rebuild.
        addSource("erased-contacts", InternalTopics.ERASED_CONTACTS, ContactMessage.WasErased::new);
        addSource("erased-identifiers", InternalTopics.ERASED_IDENTIFIERS, IdentityMessage.WasErased::new);
        topology.addProcessor(
                Stage.STORE,
                () -> new StageProcessor(journeys, publishInterval, partitions),
                "contact-events",
                "messages",
                "erased-contacts",
                "erased-identifiers");
        topology.addStateStore(StageProcessor.store(storage.apply(Stage.STORE)), Stage.STORE);
        topology.addStateStore(new BeforeCommit.Builder(Stage.STORE), Stage.STORE);
        addSink(InternalTopics.MESSAGES, new CompactSerde<>(StageMessage.class), Routes.OF_MESSAGES);
        addSink(InternalTopics.ERASED_CONTACTS, new CompactSerde<>(Instant.class), Routes.OF_MESSAGES);
        addSink(InternalTopics.ERASED_IDENTIFIERS, new CompactSerde<>(Instant.class), Routes.OF_IDENTIFIERS);
        for (var topic : List.of(
                Topics.CONTACT_JOURNEYS,
                Topics.CONTACT_CHANNEL_SWITCHES,
                Topics.CUSTOMER_IDENTITIES,
                Topics.CUSTOMER_ERASURES)) {
            addSink(topic, StageSerdes.contract(topic.valueType()), Routes.OF_MESSAGES);
        }
        return topology;
    }

    private <V> void addSource(String name, Topic<V> topic, Function<V, StageMessage> message) {
        var reader = new CompactSerde<>(topic.valueType()).deserializer();
        Deserializer<StageMessage> deserializer =
                (ignored, bytes) -> bytes == null ? null : message.apply(reader.deserialize("", bytes));
        topology.addSource(
                Topology.AutoOffsetReset.EARLIEST,
                name,
                MESSAGES_FIRST,
                Serdes.String().deserializer(),
                deserializer,
                topic.name());
    }

    private void addSink(Topic<?> topic, Serde<?> serde, StreamPartitioner<String, Object> route) {
        topology.addSink(
                topic.name(),
                topic.name(),
                Serdes.String().serializer(),
                (Serializer<Object>) (Serializer<?>) serde.serializer(),
                route,
                Stage.STORE);
    }
}
