package io.throughline.feedback.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;

/**
 * What a journey's revision costs in the stream, without a broker or a disk: CPU, and the records and bytes of each topic,
 * changelogs too. Not a test. Arguments: a file of {@code contact.journeys} (a key, a tab and the JSON a line, as
 * {@code kafka-console-consumer --property print.key=true} writes it), revisions between two beats.
 */
public final class JourneyCost {

    private static final Duration BEAT = Duration.ofMillis(500);

    private record Line(String key, byte[] value) {}

    private static final class Written {
        private long records;
        private long bytes;
    }

    private Instant now = Instant.now();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> journeys;
    private final Map<String, Written> topics = new TreeMap<>();

    private JourneyCost() throws IOException {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "cost");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("cost").toString());
        var topology = new FeedbackTopology(
                tenant -> ZoneId.of("Asia/Hong_Kong"),
                30,
                BEAT,
                new StreamMeters(new SimpleMeterRegistry()),
                Stores::inMemoryKeyValueStore);
        driver = new TopologyTestDriver(topology.build(), properties, now);
        journeys = driver.createInputTopic(
                Topics.CONTACT_JOURNEYS.name(), new StringSerializer(), new ByteArraySerializer());
    }

    public static void main(String[] args) throws IOException {
        var lines = Files.readAllLines(Path.of(args[0])).stream()
                .map(JourneyCost::line)
                .toList();
        int between = Integer.parseInt(args[1]);
        var run = new JourneyCost();
        var warmUp = lines.subList(0, lines.size() / 3);
        run.feed(warmUp, between);
        run.topics.clear();
        var measured = lines.subList(warmUp.size(), lines.size());
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        run.feed(measured, between);
        run.print(measured.size(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        run.driver.close();
    }

    private static Line line(String text) {
        int tab = text.indexOf('\t');
        String value = text.substring(tab + 1);
        return new Line(text.substring(0, tab), value.equals("null") ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private void feed(List<Line> lines, int between) {
        int number = 0;
        for (Line line : lines) {
            journeys.pipeInput(line.key(), line.value(), now);
            if (++number % between == 0) {
                beat();
            }
        }
        beat();
    }

    private void beat() {
        driver.advanceWallClockTime(BEAT);
        now = now.plus(BEAT);
        for (String topic : List.copyOf(driver.producedTopicNames())) {
            var written = topics.computeIfAbsent(topic, name -> new Written());
            var records = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            while (!records.isEmpty()) {
                var record = records.readRecord();
                written.records++;
                written.bytes += record.key().length + (record.value() == null ? 0 : record.value().length);
            }
        }
    }

    private void print(int revisions, long nanos) {
        topics.forEach((topic, written) -> System.out.printf(
                "%-60s %8.1f records, %10.0f bytes%n",
                topic, (double) written.records / revisions, (double) written.bytes / revisions));
        System.out.printf("%,d revisions of journeys, %,.0f us CPU each%n", revisions, nanos / 1e3 / revisions);
    }
}
