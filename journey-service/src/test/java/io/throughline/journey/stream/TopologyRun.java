package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.customer.JourneyFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in one thread, and what stands on its public topics. */
public final class TopologyRun implements AutoCloseable {

    private static final Duration PUBLISH_INTERVAL = Duration.ofMillis(50);

    /** There is one, the first; what belongs to the others goes by the topic of messages, too. */
    private static final int PARTITIONS = 2;

    private static final Duration IDENTIFIERS_WAIT = Duration.ofSeconds(1);

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ContactEvent> events;
    private final TestOutputTopic<String, Journey> journeyTopic;
    private final TestOutputTopic<String, ChannelSwitch> switchTopic;
    private final TestOutputTopic<String, CustomerIdentity> identityTopic;
    private final TreeMap<String, Journey> journeys = new TreeMap<>();
    private final TreeMap<String, ChannelSwitch> switches = new TreeMap<>();
    private final TreeMap<String, CustomerIdentity> identities = new TreeMap<>();

    private final List<String> traces = new ArrayList<>();
    private int published;

    TopologyRun() {
        this(tenant -> TenantRules.defaults());
    }

    /** @param rules of a tenant by its name */
    public TopologyRun(Function<String, TenantRules> rules) {
        this((tenant, customer, contacts, cases) ->
                Journeys.of(tenant, customer, contacts, cases, rules.apply(tenant)));
    }

    TopologyRun(JourneyFunction function) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(topology(function), properties);
        events = driver.createInputTopic(
                Topics.CONTACT_EVENTS.name(),
                new StringSerializer(),
                StageSerdes.contract(ContactEvent.class).serializer());
        journeyTopic = output(Topics.CONTACT_JOURNEYS);
        switchTopic = output(Topics.CONTACT_CHANNEL_SWITCHES);
        identityTopic = output(Topics.CUSTOMER_IDENTITIES);
    }

    static Topology topology() {
        return topology((tenant, customer, contacts, cases) ->
                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()));
    }

    private static Topology topology(JourneyFunction function) {
        return new JourneyTopology(function, PUBLISH_INTERVAL, () -> PARTITIONS, Stores::inMemoryKeyValueStore).build();
    }

    TopologyRun send(ContactEvent... some) {
        for (var event : some) {
            events.pipeInput(Keys.contact(event.tenant(), event.source(), event.subject()), event);
        }
        return this;
    }

    public TopologyRun send(Collection<ContactEvent> some) {
        return send(some.toArray(ContactEvent[]::new));
    }

    TopologyRun sendTraced(String traceparent, ContactEvent event) {
        var headers = new RecordHeaders().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        var key = Keys.contact(event.tenant(), event.source(), event.subject());
        events.pipeInput(new TestRecord<>(key, event, headers));
        return this;
    }

    /** Lets changed customers be published, and then those who waited because only their identifiers changed. */
    public TopologyRun publishAll() {
        return publish().publishAfter(IDENTIFIERS_WAIT);
    }

    /** Lets changed customers be published. */
    TopologyRun publish() {
        return publishAfter(PUBLISH_INTERVAL);
    }

    private TopologyRun publishAfter(Duration wait) {
        published = 0;
        driver.advanceWallClockTime(wait);
        collect(journeyTopic, journeys);
        collect(switchTopic, switches);
        collect(identityTopic, identities);
        return this;
    }

    /** How many records the last publication had. */
    int published() {
        return published;
    }

    /** The trace of every published record that had one. */
    List<String> traces() {
        return traces;
    }

    public Map<String, Journey> journeys() {
        return journeys;
    }

    public Map<String, ChannelSwitch> switches() {
        return switches;
    }

    public Map<String, CustomerIdentity> identities() {
        return identities;
    }

    private <V> void collect(TestOutputTopic<String, V> topic, Map<String, V> table) {
        for (var record : topic.readRecordsToList()) {
            published++;
            record.headers()
                    .headers("traceparent")
                    .forEach(header -> traces.add(new String(header.value(), StandardCharsets.UTF_8)));
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                StageSerdes.contract(topic.valueType()).deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
