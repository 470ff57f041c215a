package io.throughline.feedback.stream;

import static io.throughline.feedback.stream.StreamEqualsBatchTest.bare;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.feedback.domain.cell.Recomputation;
import io.throughline.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology on a real broker, with as many partitions as in production. */
class OnABrokerTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final int STEPS = 40;

    private final Map<String, Instant> clocks = new TreeMap<>();
    private final Map<String, Kpi> latest = new TreeMap<>();

    private KafkaBroker broker;
    private KafkaProducer<String, Journey> journeys;
    private KafkaConsumer<String, Kpi> kpis;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.temporary();
        Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var admin = Admin.create(servers)) {
            admin.createTopics(Stream.of(Topics.CONTACT_JOURNEYS, Topics.FEEDBACK_KPIS, Topics.FEEDBACK_KPI_REVISIONS)
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        journeys = new KafkaProducer<>(
                servers, new StringSerializer(), serde(Topics.CONTACT_JOURNEYS).serializer());
        kpis = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "dashboard",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                serde(Topics.FEEDBACK_KPIS).deserializer());
        kpis.subscribe(List.of(Topics.FEEDBACK_KPIS.name()));
    }

    @AfterEach
    void stop() {
        journeys.close();
        kpis.close();
        broker.close();
    }

    /** It is stopped twice: once it goes on with the files it had, once it has lost them. */
    @Test
    void endsWhereTheBatchDoesAfterRestarts(@TempDir Path kept, @TempDir Path empty) {
        var history = new RandomHistory(11, FROM);
        for (Path state : List.of(kept, kept, empty)) {
            try (var streams = streams(state)) {
                streams.start();
                for (int i = 0; i < STEPS; i++) {
                    history.step(this::send, this::withdraw);
                }
                journeys.flush();
                awaitValues(Math.min(100, latest.size() + 1));
            }
        }
        try (var streams = streams(empty)) {
            streams.start();
            awaitBatch(history.standing().values().stream().toList());
        }
    }

    /** Cells lie in every partition, the journey that lets them mature in one. */
    @Test
    void maturesCellsWhosePartitionSeesNoLaterJourney(@TempDir Path state) {
        var early = Stream.of("phone", "chat", "email", "web", "branch")
                .map(channel -> journey(channel)
                        .contact(on(channel).at(FROM).csat(4))
                        .asOf(FROM)
                        .build())
                .toList();
        var late = journey("late")
                .contact(on("letter").at(FROM.plus(Duration.ofDays(60))))
                .asOf(FROM.plus(Duration.ofDays(60)))
                .build();
        try (var streams = streams(state)) {
            streams.start();
            early.forEach(this::send);
            awaitBatch(early);
            assertThat(latest.values()).anyMatch(kpi -> kpi.state() == Kpi.State.PROVISIONAL);
            send(late);
            awaitBatch(Stream.concat(early.stream(), Stream.of(late)).toList());
            assertThat(latest.values())
                    .filteredOn(kpi -> kpi.start().toInstant().isBefore(FROM.plus(Duration.ofDays(1))))
                    .allMatch(kpi -> kpi.state() == Kpi.State.MATURED);
        }
    }

    private void awaitBatch(List<Journey> standing) {
        var batch = bare(Recomputation.of(standing, tenant -> ZONE, clocks::get, Driven.MINIMUM_CASES));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            while (poll() > 0) {
                // There is more to come.
            }
            assertThat(bare(latest)).isEqualTo(batch);
        });
    }

    private void awaitValues(int count) {
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            poll();
            return latest.size() >= count;
        });
    }

    /** @return how many records came */
    private int poll() {
        var records = kpis.poll(Duration.ofMillis(200));
        records.forEach(record -> {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        });
        return records.count();
    }

    private void send(Journey journey) {
        clocks.merge(journey.tenant(), journey.asOf(), (one, other) -> one.isAfter(other) ? one : other);
        publish(Keys.journey(journey.tenant(), journey.journeyId()), journey);
    }

    private void withdraw(String tenant, String journeyId) {
        publish(Keys.journey(tenant, journeyId), null);
    }

    private void publish(String key, Journey journey) {
        journeys.send(new ProducerRecord<>(Topics.CONTACT_JOURNEYS.name(), key, journey));
    }

    private KafkaStreams streams(Path state) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "feedback");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Else the partitions of the one before stay where they were until its session times out.
        properties.put("internal.leave.group.on.close", true);
        var topology = new FeedbackTopology(
                tenant -> ZONE,
                Driven.MINIMUM_CASES,
                Duration.ofMillis(100),
                new StreamMeters(new SimpleMeterRegistry()),
                Stores::persistentKeyValueStore);
        return new KafkaStreams(topology.build(), properties);
    }

    private static <V> JsonSerde<V> serde(Topic<V> topic) {
        return new JsonSerde<>(topic.valueType(), ContractJson.MAPPER);
    }
}
