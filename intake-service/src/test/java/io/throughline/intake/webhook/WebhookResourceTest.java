package io.throughline.intake.webhook;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class WebhookResourceTest {

    private static final String ZENDESK = "zendesk-secret-of-the-test";
    private static final String CONNECT = "connect-secret-of-the-test";

    private final String id = UUID.randomUUID().toString();

    @Test
    void takesAZendeskTicketIn() {
        zendesk("hk", ZENDESK, ticketCreated(Instant.now().minusSeconds(30)))
                .statusCode(200)
                .body("events", equalTo(3))
                .body("rejected", equalTo(0));

        var events = KafkaRecords.having(Topics.CONTACT_EVENTS, id);
        assertThat(events)
                .extracting(event -> event.at("/type").asText())
                .containsExactlyInAnyOrder(
                        "io.throughline.contact.started",
                        "io.throughline.contact.message",
                        "io.throughline.case.opened");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/tenant").asText()).isEqualTo("acme");
            assertThat(event.at("/source").asText()).isEqualTo("/zendesk/acme-hk");
            assertThat(event.at("/data/market").asText()).isEqualTo("HK");
            assertThat(event.toString()).doesNotContain("secret bill");
        });
    }

    @Test
    void takesAnAmazonConnectRecordIn() {
        var contactRecord =
                """
                {"ContactId": "%s", "Channel": "VOICE", "InitiationMethod": "INBOUND",
                 "InitiationTimestamp": "2022-03-01T02:00:00Z", "DisconnectTimestamp": "2022-03-01T02:05:00Z",
                 "LastUpdateTimestamp": "2022-03-01T02:06:00Z", "DisconnectReason": "CUSTOMER_DISCONNECT",
                 "CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": "+85223456789"},
                 "Queue": {"Name": "Billing", "EnqueueTimestamp": "2022-03-01T02:00:30Z", "Duration": 270},
                 "Agent": null}"""
                        .formatted(id);
        plain().header("X-Api-Key", CONNECT)
                .contentType("application/json")
                .body(contactRecord)
                .post("/v1/webhooks/amazon-connect/hk")
                .then()
                .statusCode(200)
                .body("events", equalTo(4));

        var events = KafkaRecords.having(Topics.CONTACT_EVENTS, id);
        assertThat(events)
                .extracting(event -> event.at("/type").asText())
                .containsExactly(
                        "io.throughline.contact.started", "io.throughline.contact.queued",
                        "io.throughline.contact.abandoned", "io.throughline.contact.ended");
        assertThat(events.get(2).at("/data/waitSeconds").asDouble()).isEqualTo(270.0);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/source").asText()).isEqualTo("/amazon-connect/hk");
            assertThat(event.at("/data/identifiers/0/token").asText()).isEqualTo("AVFjbIbCf5dnWdUEaZK6hw");
        });
    }

    @Test
    void aBearerHeaderOfThePlatformIsItsProofAndNoTokenOfOurs() {
        plain().header("Authorization", "Bearer " + CONNECT)
                .contentType("application/json")
                .body("{\"detail-type\": \"Something New\"}")
                .post("/v1/webhooks/amazon-connect/hk")
                .then()
                .statusCode(200)
                .body("events", equalTo(0));
        as("test-send")
                .contentType("application/json")
                .body("{}")
                .post("/v1/webhooks/amazon-connect/hk")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesABadSignature() {
        zendesk("hk", "not-the-secret-of-the-test", ticketCreated(Instant.now()))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("remedy", containsString("secret"));

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, id)).isEmpty();
        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS_REJECTED, id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/webhooks/zendesk/nowhere", "/v1/webhooks/telex/hk", "/v1/webhooks/amazon-connect/archive"})
    void knowsNoOtherConnections(String path) {
        plain().contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aConnectionCanAcceptOlderEvents() {
        var old = ticketCreated(Instant.parse("2019-05-25T01:23:45Z"));

        zendesk("hk", ZENDESK, old).statusCode(400).body("field", equalTo("time"));
        zendesk("archive", "zendesk-archive-of-the-test", old).statusCode(200).body("events", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"type\":", "[]", "17", "null", "{}", "{\"type\":\"End User Comment\"}"})
    void refusesWhatIsNoMessage(String body) {
        zendesk("hk", ZENDESK, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("remedy", notNullValue());
    }

    @Test
    void keepsARefusedMessageMasked() {
        zendesk("hk", ZENDESK, ticketCreated(Instant.now()).replace("\"time\"", "\"when\""))
                .statusCode(400)
                .body("field", equalTo("time"));

        var rejected = KafkaRecords.only(Topics.CONTACT_EVENTS_REJECTED, id);
        assertThat(rejected.at("/source").asText()).isEqualTo("/zendesk/acme-hk");
        assertThat(rejected.at("/input").asText())
                .contains("zen:event-type:ticket.created")
                .doesNotContain("secret bill");
    }

    @Test
    void survivesTypesThatItDoesNotKnow() {
        zendesk("hk", ZENDESK, ticketCreated(Instant.now()).replace("ticket.created", "ticket.teleported"))
                .statusCode(200)
                .body("events", equalTo(0));
    }

    @Test
    void boundsBodies() {
        zendesk("hk", ZENDESK, " ".repeat(6 * 1024 * 1024)).statusCode(413);
    }

    private String ticketCreated(Instant time) {
        return """
                {"type": "zen:event-type:ticket.created", "account_id": 1, "id": "%s", "time": "%s",
                 "subject": "zen:ticket:35", "detail": {"id": "35", "description": "my secret bill", "status": "OPEN",
                 "requester_id": "9", "via": {"channel": "email"}}, "event": {}}"""
                .formatted(id, time);
    }

    private static ValidatableResponse zendesk(String connection, String secret, String body) {
        var timestamp = Instant.now().toString();
        var signature = Base64.getEncoder()
                .encodeToString(
                        Signatures.hmacSha256(secret.getBytes(UTF_8), timestamp.getBytes(UTF_8), body.getBytes(UTF_8)));
        return plain().header("X-Zendesk-Webhook-Signature", signature)
                .header("X-Zendesk-Webhook-Signature-Timestamp", timestamp)
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(UTF_8))
                .post("/v1/webhooks/zendesk/" + connection)
                .then();
    }
}
