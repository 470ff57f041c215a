package io.throughline.intake.publish;

import static io.throughline.intake.http.Requests.sending;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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

    private static int send(String run, int count, Set<String> acknowledged) {
        var ids = Collections.nCopies(count, "").stream()
                .map(nothing -> run + "/" + UUID.randomUUID())
                .toList();
        var lines = ids.stream()
                .map(id ->
                        """
                        {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.queued",\
                        "time":"%s","subject":"c","data":{}}
                        """
                                .formatted(id, Instant.now()))
                .toList();
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
