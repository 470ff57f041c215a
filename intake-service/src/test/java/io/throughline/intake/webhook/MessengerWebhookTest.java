package io.throughline.intake.webhook;

import static io.throughline.intake.http.Requests.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Batches, handshakes and wrapped messages, as their platforms send them over HTTP. */
@QuarkusTest
@WithTestResource(StackResource.class)
class MessengerWebhookTest {

    private static final String CUSTOMER = "85261234567";

    private final String id = UUID.randomUUID().toString();

    @Test
    void answersMetasQuestionWithItsChallenge() {
        plain().get("/v1/webhooks/whatsapp/hk?hub.mode=subscribe&hub.verify_token=word-of-the-test&hub.challenge=1158")
                .then()
                .statusCode(200)
                .body(equalTo("1158"));
        plain().get("/v1/webhooks/whatsapp/hk?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1158")
                .then()
                .statusCode(401);
        plain().get("/v1/webhooks/zendesk/hk").then().statusCode(401);
        plain().get("/v1/webhooks/whatsapp/nowhere").then().statusCode(404);
    }

    @Test
    void takesAMessageInAndNamesItsContactWithoutTheNumber() {
        whatsapp(text("\"wamid." + id + "\"")).statusCode(200).body("events", equalTo(1));

        // The message's id is a token in Kafka, so it is found by the account.
        var event = KafkaRecords.having(Topics.CONTACT_EVENTS, "\"" + id + "/").getFirst();
        assertThat(event.at("/type").asText()).isEqualTo("io.throughline.contact.message");
        assertThat(event.at("/subject").asText()).matches(id + "/[\\w-]{22}/\\d{4}-\\d\\d-\\d\\d");
        assertThat(event.at("/data/previousContactId").asText()).matches(id + "/[\\w-]{22}/\\d{4}-\\d\\d-\\d\\d");
        assertThat(event.at("/id").asText()).matches("[\\w-]{22}");
        assertThat(event.toString())
                .doesNotContain(CUSTOMER)
                .doesNotContain("secret text")
                .doesNotContain("⟨");
    }

    @Test
    void takesWhatIsGoodOfABatchAndRefusesTheRest() {
        whatsapp(text("\"wamid.1\"") + "," + text("null"))
                .statusCode(200)
                .body("events", equalTo(1))
                .body("rejected", equalTo(1));
    }

    @Test
    void takesAMailThatSnsWraps() {
        var mail =
                """
                {"notificationType":"Received","mail":{"timestamp":"%s","headers":[
                 {"name":"From","value":"Ann <%s@example.com>"},{"name":"To","value":"care@acme.example"},
                 {"name":"Message-ID","value":"<1@example.com>"},{"name":"Subject","value":"secret text"}]}}"""
                        .formatted(Instant.now(), id);
        var wrapped = "{\"Type\": \"Notification\", \"Message\": \""
                + mail.replace("\n", "").replace("\"", "\\\"") + "\"}";
        plain().contentType("text/plain; charset=UTF-8")
                .body(wrapped)
                .post("/v1/webhooks/amazon-ses/hk?secret=ses-secret-of-the-test")
                .then()
                .statusCode(200)
                .body("events", equalTo(2));
        plain().contentType("text/plain")
                .body(wrapped)
                .post("/v1/webhooks/amazon-ses/hk?secret=wrong")
                .then()
                .statusCode(401);

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, "/amazon-ses/hk").toString())
                .contains("contact.started")
                .doesNotContain(id)
                .doesNotContain("1@example.com")
                .doesNotContain("secret text");
    }

    /** Messengers' own ids of people are identifiers, also where a message is refused. */
    @Test
    void keepsARefusedMessageWithoutItsSender() {
        var body = "{\"event\": \"message\", \"chat_hostname\": \"x\", \"sender\": {\"id\": \"" + id + "\"}}";
        byte[] key = "viber-secret-of-the-test".getBytes(UTF_8);
        plain().header(
                        "X-Viber-Content-Signature",
                        HexFormat.of().formatHex(Signatures.hmacSha256(key, body.getBytes(UTF_8))))
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post("/v1/webhooks/viber/hk")
                .then()
                .statusCode(400)
                .body("field", equalTo("message_token"));

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS_REJECTED, "/viber/hk"))
                .isNotEmpty();
        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS_REJECTED, id)).isEmpty();
    }

    private static String text(String messageId) {
        return """
                {"from": "%s", "id": %s, "timestamp": "%d", "type": "text", "text": {"body": "secret text"}}"""
                .formatted(CUSTOMER, messageId, Instant.now().getEpochSecond());
    }

    private ValidatableResponse whatsapp(String messages) {
        var body =
                """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages",
                 "value": {"metadata": {"phone_number_id": "%s"}, "messages": [%s]}}]}]}"""
                        .formatted(id, messages);
        byte[] key = "whatsapp-secret-of-the-test".getBytes(UTF_8);
        return plain().header(
                        "X-Hub-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(Signatures.hmacSha256(key, body.getBytes(UTF_8))))
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post("/v1/webhooks/whatsapp/hk")
                .then();
    }
}
