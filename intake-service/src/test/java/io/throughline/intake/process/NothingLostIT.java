package io.throughline.intake.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender with retries pushes 50,000 events while Kafka, and then intake itself, are killed. */
class NothingLostIT {

    private static final int EVENTS = 50_000;
    private static final int HEAP_MEGABYTES = 128;
    /** What a JVM has beside its heap, and Netty's and Kafka's buffers. */
    private static final int BESIDE_HEAP_MEGABYTES = 300;

    private static final String TOKEN = "test-send";
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    private Path directory;

    private final int brokerPort = FreePort.find();
    private final int intakePort = FreePort.find();
    private final String address = "http://127.0.0.1:" + intakePort;

    @Test
    void everyEventAcknowledgedIsInTheTopic() throws Exception {
        var ids = IntStream.range(0, EVENTS).mapToObj(i -> "e" + i).toList();
        var sender = new RetryingSender(address, TOKEN, ids);
        try (var broker = broker();
                var intake = intake();
                var background = Executors.newSingleThreadExecutor()) {
            awaitReady();
            var sending = background.submit(() -> {
                sender.sendAll();
                return null;
            });

            awaitAcknowledged(sender, EVENTS / 5);
            broker.kill();
            Thread.sleep(Duration.ofSeconds(8));
            assertThat(intake.isAlive()).isTrue();
            assertThat(intake.residentMegabytes()).isLessThan(HEAP_MEGABYTES + BESIDE_HEAP_MEGABYTES);
            assertThat(sender.toldToComeLater).hasPositiveValue();
            broker.start();

            awaitAcknowledged(sender, 3 * EVENTS / 5);
            intake.kill();
            intake.start();

            sending.get(180, SECONDS);
            assertThat(sender.slowestAnswerMillis.get()).isLessThan(5_000);
            assertThat(sender.retried).hasPositiveValue();
            assertThat(sender.acknowledged()).hasSize(EVENTS);
            assertThat(idsInTopic()).hasSize(EVENTS).containsAll(sender.acknowledged());
        }
    }

    private JavaProcess broker() {
        return JavaProcess.start(
                directory.resolve("broker.log"),
                Map.of(),
                "-Xmx384m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BrokerMain.class.getName(),
                directory.resolve("kafka").toString(),
                Integer.toString(brokerPort));
    }

    private JavaProcess intake() {
        return JavaProcess.start(
                Path.of("target", "nothing-lost-intake.log"),
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(intakePort),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + brokerPort,
                        "THROUGHLINE_ACCESS_TOKEN_FILE",
                        Path.of("src/test/resources/tokens.txt")
                                .toAbsolutePath()
                                .toString(),
                        "THROUGHLINE_TOKEN_KEY",
                        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-jar",
                JAR.toString());
    }

    private void awaitReady() {
        assertThat(Files.exists(JAR)).as("built by mvn package").isTrue();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                    .build();
            await().atMost(120, SECONDS).pollInterval(300, MILLISECONDS).until(() -> {
                try {
                    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }

    private static void awaitAcknowledged(RetryingSender sender, int count) {
        await().atMost(120, SECONDS).pollInterval(20, MILLISECONDS).until(() -> sender.acknowledgedCount() >= count);
    }

    private Set<String> idsInTopic() throws IOException {
        var found = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + brokerPort),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CONTACT_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    found.add(ContractJson.MAPPER
                            .readTree(event.value())
                            .path("id")
                            .asText());
                }
            }
        }
        return found;
    }
}
