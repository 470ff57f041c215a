package io.throughline.servicekit.tracing;

import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static io.opentelemetry.api.trace.SpanKind.PRODUCER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.throughline.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications on a real broker, one behind the other, each with a repartition and a state store. */
class TracingKafkaClientSupplierTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String REQUEST_SPAN = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + REQUEST_SPAN + "-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-" + REQUEST_SPAN + "-00";

    private static KafkaBroker broker;

    @TempDir
    Path state;

    private final RecordedSpans spans = new RecordedSpans();

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.temporary();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void oneTraceRunsThroughBothApplications() throws Exception {
        createTopics("trace-in", "trace-between", "trace-out");
        send("trace-in", List.of("a"), SAMPLED);

        try (var first = start("trace-1", "trace-in", "trace-between");
                var second = start("trace-2", "trace-between", "trace-out")) {
            var output = receive("trace-out", 1).getFirst();
            assertThat(output.value()).isEqualTo("a=1=1");

            var traceparent = traceparent(output);
            assertThat(traceparent).startsWith("00-" + TRACE + "-").endsWith("-01");
            await().atMost(Duration.ofSeconds(10)).until(() -> spans.all().size() >= 8);
            var chain = chainUpFrom(traceparent.substring(36, 52));

            assertThat(chain)
                    .extracting(SpanData::getName)
                    .containsExactly(
                            "send trace-out",
                            "poll trace-2-by-value-repartition",
                            "send trace-2-by-value-repartition",
                            "poll trace-between",
                            "send trace-between",
                            "poll trace-1-by-value-repartition",
                            "send trace-1-by-value-repartition",
                            "poll trace-in");
            assertThat(chain)
                    .extracting(SpanData::getKind)
                    .containsExactly(PRODUCER, CONSUMER, PRODUCER, CONSUMER, PRODUCER, CONSUMER, PRODUCER, CONSUMER);
            assertThat(chain).allMatch(span -> span.getTraceId().equals(TRACE));
            assertThat(chain.getLast().getParentSpanId()).isEqualTo(REQUEST_SPAN);
            assertThat(spans.all()).as("none for the stores' changelogs").hasSize(8);
        }
    }

    @Test
    void spansSayWhereARecordLies() throws Exception {
        createTopics("where-in", "where-out");
        send("where-in", List.of("a", "secret"), SAMPLED);

        try (var app = start("where", "where-in", "where-out")) {
            receive("where-out", 2);
            await().atMost(Duration.ofSeconds(10)).until(() -> spans.all().size() >= 8);
        }

        var consumed = spans.all().stream()
                .filter(span -> span.getName().equals("poll where-in"))
                .map(SpanData::getAttributes)
                .toList();
        assertThat(consumed)
                .extracting(attributes -> attributes.get(AttributeKey.longKey("messaging.kafka.offset")))
                .containsExactly(0L, 1L);
        assertThat(consumed.getFirst().get(AttributeKey.stringKey("messaging.consumer.group.name")))
                .isEqualTo("where");
        assertThat(consumed.getFirst().get(AttributeKey.stringKey("messaging.destination.partition.id")))
                .isEqualTo("0");
        assertThat(spans.all().toString()).doesNotContain("secret");
    }

    @Test
    void recordsOutsideASampledTraceStayAsTheyAre() throws Exception {
        createTopics("quiet-in", "quiet-out");
        send("quiet-in", List.of("a"), null);
        send("quiet-in", List.of("b"), NOT_SAMPLED);
        send("quiet-in", List.of("c"), "nonsense");

        try (var app = start("quiet", "quiet-in", "quiet-out")) {
            var outputs = receive("quiet-out", 3);

            assertThat(outputs)
                    .extracting(ConsumerRecord::value, TracingKafkaClientSupplierTest::traceparent)
                    .containsExactlyInAnyOrder(tuple("a=1", null), tuple("b=1", NOT_SAMPLED), tuple("c=1", "nonsense"));
        }
        assertThat(spans.all()).isEmpty();
    }

    /** Wrapped consumers have been seen to count the last records again after a restart under exactly-once. */
    @Test
    void everyRecordCountsOnceThroughRestarts() throws Exception {
        createTopics("once-in", "once-out");
        int rounds = 4;
        int perRound = 25;
        for (int round = 1; round <= rounds; round++) {
            send(
                    "once-in",
                    IntStream.range(0, perRound).mapToObj(i -> "v" + i % 5).toList(),
                    SAMPLED);
            try (var app = start("once", "once-in", "once-out")) {
                receive("once-out", round * perRound);
            }
        }

        var expected = new ArrayList<String>();
        for (int value = 0; value < 5; value++) {
            for (int count = 1; count <= rounds * perRound / 5; count++) {
                expected.add("v" + value + "=" + count);
            }
        }
        assertThat(receive("once-out", rounds * perRound))
                .extracting(ConsumerRecord::value)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private CountingApp start(String id, String from, String to) throws InterruptedException {
        return CountingApp.start(id, from, to, broker.bootstrapServers(), state.resolve(id), spans.sdk());
    }

    private List<SpanData> chainUpFrom(String spanId) {
        var chain = new ArrayList<SpanData>();
        for (var span = spans.withId(spanId);
                span.isPresent();
                span = spans.withId(span.get().getParentSpanId())) {
            chain.add(span.get());
        }
        return chain;
    }

    private static String traceparent(ConsumerRecord<String, String> record) {
        var header = record.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static void createTopics(String... names) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(names).stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void send(String topic, List<String> values, String traceparent) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                var record = new ProducerRecord<String, String>(topic, value);
                if (traceparent != null) {
                    record.headers().add("traceparent", traceparent.getBytes(UTF_8));
                }
                producer.send(record, (metadata, error) -> assertThat(error).isNull());
            }
        }
    }

    /** The first records of a topic from its beginning, at least so many, and what comes within a little while more. */
    private static List<ConsumerRecord<String, String>> receive(String topic, int atLeast) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (records.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            consumer.poll(Duration.ofMillis(300)).forEach(records::add);
        }
        assertThat(records).hasSizeGreaterThanOrEqualTo(atLeast);
        return records;
    }
}
