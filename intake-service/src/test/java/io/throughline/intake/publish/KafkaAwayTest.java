package io.throughline.intake.publish;

import static io.throughline.intake.http.Requests.sending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.kafka.KafkaBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OwnBroker.class)
class KafkaAwayTest {

    /** The strictest platform hangs up after 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    KafkaBroker broker;

    @Test
    void asksForATryLaterWithinFiveSecondsAndRecoversByItselfWithNothingAcknowledgedLost() {
        var run = UUID.randomUUID().toString();
        Set<String> acknowledged = new HashSet<>();
        assertThat(send(run, 1, acknowledged)).isEqualTo(202);

        broker.stop();
        for (int i = 0; i < 3; i++) {
            var began = Instant.now();
            assertThat(send(run, 20, acknowledged)).isEqualTo(503);
            assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
        }

        broker.start();
        await().atMost(30, SECONDS).until(() -> send(run, 20, acknowledged) == 202);
        var inKafka = new HashSet<String>();
        KafkaRecords.having(Topics.CONTACT_EVENTS, run)
                .forEach(event -> inKafka.add(event.at("/id").asText()));
        assertThat(inKafka).containsAll(acknowledged);
        assertThat(acknowledged).hasSize(21);
    }

    /** Without Kafka the bodies that wait for it are bounded, and the rest is told so at once. */
    @Test
    void boundsWhatWaitsForKafka() throws Exception {
        var body = (" ".repeat(4 * 1024 * 1024) + "\n" + event(UUID.randomUUID().toString())).getBytes(UTF_8);
        send(UUID.randomUUID().toString(), 1, new HashSet<>());
        broker.stop();
        // Not REST Assured: it makes a text of each body's bytes, 4 Mi numbers, whatever becomes of it.
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/events"))
                .header("Authorization", "Bearer test-send")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var callers = Executors.newFixedThreadPool(8);
                var http = HttpClient.newHttpClient()) {
            Callable<HttpResponse<String>> call = () -> http.send(request, BodyHandlers.ofString());
            var details = new ArrayList<String>();
            for (var answer : callers.invokeAll(Collections.nCopies(8, call))) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
                details.add(JsonPath.from(answer.get().body()).getString("detail"));
            }
            // Of bodies of a little over 4 MiB one is below the 8 MiB that a tenant may have.
            assertThat(details).anyMatch(detail -> detail.startsWith("More is being taken in"));
        } finally {
            broker.start();
        }

        await().atMost(30, SECONDS).until(() -> send(UUID.randomUUID().toString(), 1, new HashSet<>()) == 202);
    }

    /** Longer than the producer keeps what it knows of the brokers, and with more callers than threads. */
    @Test
    void answersEveryoneInTimeHoweverLongKafkaIsAway() throws Exception {
        send(UUID.randomUUID().toString(), 1, new HashSet<>());
        broker.stop();
        try (var callers = Executors.newFixedThreadPool(40)) {
            var end = Instant.now().plusSeconds(10);
            Callable<Duration> call = () -> {
                var slowest = Duration.ZERO;
                while (Instant.now().isBefore(end)) {
                    var began = Instant.now();
                    assertThat(send(UUID.randomUUID().toString(), 1, new HashSet<>()))
                            .isEqualTo(503);
                    var took = Duration.between(began, Instant.now());
                    slowest = took.compareTo(slowest) > 0 ? took : slowest;
                    Thread.sleep(100);
                }
                return slowest;
            };
            for (var slowest : callers.invokeAll(Collections.nCopies(40, call))) {
                assertThat(slowest.get()).isLessThan(PATIENCE);
            }
        } finally {
            broker.start();
        }

        await().atMost(30, SECONDS).until(() -> send(UUID.randomUUID().toString(), 1, new HashSet<>()) == 202);
    }

    private static String event(String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.queued",\
                "time":"%s","subject":"c","data":{}}
                """
                .formatted(id, Instant.now());
    }

    private static int send(String run, int count, Set<String> acknowledged) {
        var ids = Collections.nCopies(count, "").stream()
                .map(nothing -> run + "/" + UUID.randomUUID())
                .toList();
        var lines = ids.stream().map(KafkaAwayTest::event).toList();
        Response answer =
                sending("application/x-ndjson").body(String.join("", lines)).post("/v1/events");
        if (answer.statusCode() == 202) {
            acknowledged.addAll(ids);
        } else {
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
        return answer.statusCode();
    }
}
