package io.throughline.feedback.stream;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The topology driven by hand, with everything it has published so far. */
final class Driven implements AutoCloseable {

    static final int MINIMUM_CASES = 3;
    static final Duration BEAT = Duration.ofMillis(500);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<TestRecord<String, Kpi>> kpis = new ArrayList<>();
    final List<TestRecord<String, KpiRevision>> ledger = new ArrayList<>();

    private final Map<String, Instant> clocks = new HashMap<>();
    /** Of the wall, which only beats move. */
    private Instant now = Instant.parse("2026-12-24T12:00:00Z");

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Journey> journeys;
    private final TestOutputTopic<String, Kpi> kpiTopic;
    private final TestOutputTopic<String, KpiRevision> ledgerTopic;

    Driven(Path state, ZoneId zone) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "feedback");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        var topology = new FeedbackTopology(
                tenant -> zone, MINIMUM_CASES, BEAT, new StreamMeters(registry), Stores::inMemoryKeyValueStore);
        driver = new TopologyTestDriver(topology.build(), properties, now);
        journeys = driver.createInputTopic(
                Topics.CONTACT_JOURNEYS.name(),
                new StringSerializer(),
                serde(Topics.CONTACT_JOURNEYS).serializer());
        kpiTopic = output(Topics.FEEDBACK_KPIS);
        ledgerTopic = output(Topics.FEEDBACK_KPI_REVISIONS);
    }

    Driven send(Journey journey) {
        return send(journey, null);
    }

    Driven send(Journey journey, String traceparent) {
        return send(journey, traceparent, now);
    }

    /** @param written when it came to the topic */
    Driven send(Journey journey, String traceparent, Instant written) {
        clocks.merge(journey.tenant(), journey.asOf(), (one, other) -> one.isAfter(other) ? one : other);
        var headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add("traceparent", traceparent.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        journeys.pipeInput(
                new TestRecord<>(Keys.journey(journey.tenant(), journey.journeyId()), journey, headers, written));
        return this;
    }

    Driven withdraw(String tenant, String journeyId) {
        journeys.pipeInput(new TestRecord<>(Keys.journey(tenant, journeyId), (Journey) null, now));
        return this;
    }

    /** Lets a beat pass, and another one in which the cells know the time that the first one told them. */
    List<TestRecord<String, Kpi>> beat() {
        var told = new ArrayList<>(singleBeat());
        told.addAll(singleBeat());
        return told;
    }

    /** Lets one beat pass; returns what it published. */
    List<TestRecord<String, Kpi>> singleBeat() {
        now = now.plus(BEAT);
        driver.advanceWallClockTime(BEAT);
        ledger.addAll(ledgerTopic.readRecordsToList());
        var told = kpiTopic.readRecordsToList();
        kpis.addAll(told);
        return told;
    }

    /** What a dashboard that starts now reads from the compacted topic. */
    SortedMap<String, Kpi> latest() {
        var latest = new TreeMap<String, Kpi>();
        kpis.forEach(record -> {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        });
        return latest;
    }

    Instant now() {
        return now;
    }

    Instant clock(String tenant) {
        return clocks.get(tenant);
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), strict(topic));
    }

    /** Takes nothing but JSON objects and tombstones. */
    private static <V> Deserializer<V> strict(Topic<V> topic) {
        return (name, bytes) -> bytes == null
                ? null
                : requireNonNull(serde(topic).deserializer().deserialize(name, bytes));
    }

    private static <V> Serde<V> serde(Topic<V> topic) {
        return new JsonSerde<>(topic.valueType(), ContractJson.MAPPER);
    }
}
