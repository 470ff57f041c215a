package io.throughline.intake.http;

import static io.throughline.intake.http.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** History goes in when it is announced by somebody who may. */
@QuarkusTest
@WithTestResource(StackResource.class)
class BackfillTest {

    private final String id = UUID.randomUUID().toString();

    @Test
    void takesEventsOfYearsAgoAndKeepsThemFromTheirArrival() {
        send("test-administer", "true", Duration.ofDays(3_650)).statusCode(202);

        var kept = KafkaRecords.all(Topics.CONTACT_EVENTS).stream()
                .filter(event -> new String(event.value(), StandardCharsets.UTF_8).contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.ofEpochMilli(kept.timestamp())).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void refusesThemUnannounced() {
        send("test-administer", "false", Duration.ofDays(401))
                .statusCode(400)
                .body("field", equalTo("time"))
                .body("remedy", containsString("backfill"));
    }

    @Test
    void refusesTheAnnouncementOfWhoMayOnlySend() {
        send("test-send", "true", Duration.ofDays(1))
                .statusCode(403)
                .body("field", equalTo("Throughline-Backfill"))
                .body("detail", containsString("administer"));
    }

    @Test
    void refusesAnUnknownTimeThatIsWrittenAs1970() {
        send("test-administer", "true", Duration.between(Instant.EPOCH, Instant.now()))
                .statusCode(400)
                .body("detail", containsString("1970"));
    }

    private ValidatableResponse send(String token, String backfill, Duration ago) {
        return as(token)
                .contentType("application/cloudevents+json")
                .header("Throughline-Backfill", backfill)
                .body(
                        """
                        {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.started",\
                        "time":"%s","subject":"c-%s","data":{"channel":"phone"}}"""
                                .formatted(id, Instant.now().minus(ago), id))
                .post("/v1/events")
                .then();
    }
}
