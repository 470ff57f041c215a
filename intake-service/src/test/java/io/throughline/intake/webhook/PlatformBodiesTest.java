package io.throughline.intake.webhook;

import static io.throughline.intake.http.Requests.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.intake.publish.Spans;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Platforms that send something else than one JSON object, want another answer, or ask before they send. */
@QuarkusTest
@WithTestResource(StackResource.class)
class PlatformBodiesTest {

    private static final String TWILIO = "twilio-secret-of-the-test";
    private static final String EVENTS = "cloudevents-secret-of-the-test";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String id = UUID.randomUUID().toString();

    @Inject
    Spans spans;

    @Test
    void answersTwilioAsTaskRouterWantsIt() {
        var task = "EventType=task.created&Sid=EV" + id + "&TaskSid=" + id + "&TimestampMs="
                + Instant.now().toEpochMilli() + "&TaskChannelUniqueName=voice&TaskAttributes="
                + "%7B%22from%22%3A%22%2B85223456789%22%7D";
        // As signed: the parameters by name, decoded.
        var signed = "EventTypetask.created" + "SidEV" + id + "TaskAttributes{\"from\":\"+85223456789\"}"
                + "TaskChannelUniqueNamevoice" + "TaskSid" + id
                + "TimestampMs" + task.replaceFirst(".*TimestampMs=(\\d+).*", "$1");

        twilio(FORM, "", task, signed)
                .statusCode(204)
                .contentType("application/json")
                .body(emptyString());

        var event = KafkaRecords.only(Topics.CONTACT_EVENTS, id);
        assertThat(event.at("/type").asText()).isEqualTo("io.throughline.contact.started");
        assertThat(event.at("/data/identifiers/0/token").asText()).isEqualTo("AVFjbIbCf5dnWdUEaZK6hw");
        assertThat(event.toString()).doesNotContain("23456789");
    }

    @Test
    void takesEventStreamsInAndTheRestOfAnArrayWhenOneIsUnusable() {
        var time = Instant.now().toString();
        var stream =
                """
                [{"specversion":"1.0","type":"com.twilio.taskrouter.task-queue.entered","id":"NO1","data":{"sid":"EV1%1$s",
                  "payload":{"task_sid":"%1$s","timestamp":"%2$s"}}},
                 {"specversion":"1.0","type":"com.twilio.taskrouter.task.created","id":"NO2","data":{"payload":{}}},
                 7,
                 {"specversion":"1.0","type":"com.twilio.taskrouter.reservation.accepted","id":"NO3","data":{"sid":"EV3%1$s",
                  "payload":{"task_sid":"%1$s","worker_sid":"WK1","timestamp":"%2$s"}}}]"""
                        .formatted(id, time);
        var query = "?bodySHA256=" + HexFormat.of().formatHex(Signatures.sha256(stream.getBytes(UTF_8)));

        twilio("application/json", query, stream, "").statusCode(204);

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, id))
                .extracting(event -> event.at("/type").asText())
                .containsExactly("io.throughline.contact.queued", "io.throughline.contact.answered");
    }

    @Test
    void refusesAnUnusableMessageOfTwilio() {
        twilio(FORM, "", "EventType=task.created", "EventTypetask.created")
                .statusCode(400)
                .body("field", equalTo("TaskSid"));
        twilio(FORM, "", "", "").statusCode(400).body("remedy", containsString("message"));
    }

    @Test
    void refusesAFormThatIsSignedForAnotherUrl() {
        twilio(FORM, "?x=1", "EventType=task.created", "EventTypetask.updated").statusCode(401);
    }

    @Test
    void takesCloudEventsInAsTheyAre() {
        var batch =
                """
                [{"specversion":"1.0","id":"1%1$s","source":"/kiosk/7","type":"io.throughline.contact.started","time":"%2$s",
                  "subject":"visit","data":{"channel":"kiosk"}},
                 {"specversion":"1.0","id":"2%1$s","source":"/kiosk/7","type":"com.example.door.opened"}]"""
                        .formatted(id, Instant.now());
        plain().header("Authorization", "Bearer " + EVENTS)
                .contentType("application/cloudevents-batch+json")
                .body(batch)
                .post("/v1/webhooks/cloudevents/hk")
                .then()
                .statusCode(200)
                .body("events", equalTo(1));

        var event = KafkaRecords.only(Topics.CONTACT_EVENTS, id);
        assertThat(event.at("/source").asText()).isEqualTo("/kiosk/7");
        assertThat(event.at("/tenant").asText()).isEqualTo("acme");
        assertThat(event.at("/data/market").asText()).isEqualTo("HK");
    }

    @Test
    void takesABinaryCloudEventInAndHidesTheSecretOfItsUrlInSpans() {
        var trace = "4bf92f3577b34da6a3ce" + id.replace("-", "").substring(0, 12);
        plain().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/kiosk/7")
                .header("ce-type", "io.throughline.contact.ended")
                .header("ce-subject", "visit")
                .header("ce-time", Instant.now().toString())
                .contentType("application/json")
                .body("{\"endedBy\":\"customer\"}")
                .post("/v1/webhooks/cloudevents/hk?access_token=" + EVENTS)
                .then()
                .statusCode(200)
                .body("events", equalTo(1));

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id)
                        .at("/data/endedBy")
                        .asText())
                .isEqualTo("customer");
        await().atMost(Duration.ofSeconds(5)).until(() -> spans.of(trace).size() >= 2);
        assertThat(spans.of(trace))
                .allSatisfy(span -> assertThat(span.getAttributes().toString()).doesNotContain(EVENTS));
    }

    @Test
    void boundsBatches() {
        plain().header("Authorization", "Bearer " + EVENTS)
                .contentType("application/json")
                .body("[" + "7,".repeat(10_000) + "7]")
                .post("/v1/webhooks/cloudevents/hk")
                .then()
                .statusCode(413)
                .body("remedy", containsString("several requests"));
    }

    @Test
    void answersThoseWhoAskBeforeTheySend() {
        plain().head("/v1/webhooks/cloudevents/hk").then().statusCode(200);
        plain().head("/v1/webhooks/cloudevents/nowhere").then().statusCode(404);
        plain().header("WebHook-Request-Origin", "events.example.com")
                .options("/v1/webhooks/cloudevents/hk")
                .then()
                .statusCode(200)
                .header("WebHook-Allowed-Origin", "events.example.com")
                .header("WebHook-Allowed-Rate", "*");
        plain().options("/v1/webhooks/cloudevents/nowhere").then().statusCode(404);
    }

    /** @param signed the parameters, as Twilio signs them after the URL */
    private static ValidatableResponse twilio(String contentType, String query, String body, String signed) {
        var url = "https://hooks.example.com/twilio" + query + signed;
        var signature =
                Base64.getEncoder().encodeToString(Signatures.hmacSha1(TWILIO.getBytes(UTF_8), url.getBytes(UTF_8)));
        return plain().header("X-Twilio-Signature", signature)
                .contentType(contentType)
                .body(body)
                .post("/v1/webhooks/twilio/hk" + query)
                .then();
    }
}
