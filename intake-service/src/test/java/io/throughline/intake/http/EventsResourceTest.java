package io.throughline.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class EventsResourceTest {

    private final String id = UUID.randomUUID().toString();
    private final String time = Instant.now().minusSeconds(60).toString();

    @Test
    void takesOneStructuredEvent() {
        request("application/cloudevents+json")
                .body(started(id))
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("rejected", hasSize(0));

        var event = KafkaRecords.only(Topics.CONTACT_EVENTS, id);
        assertThat(event.at("/tenant").asText()).isEqualTo("acme");
        assertThat(event.at("/time").asText()).isEqualTo(time);
        assertThat(event.at("/data/channel").asText()).isEqualTo("phone");
        assertThat(event.at("/data/identifiers/0/type").asText()).isEqualTo("phone");
        assertThat(event.at("/data/identifiers/0").has("value")).isFalse();
    }

    @Test
    void takesABatchAndReportsEachRefusedEvent() {
        var bad = started(id + "-bad").replace(time, "yesterday");
        request("application/cloudevents-batch+json; charset=utf-8")
                .body("[" + started(id + "-0") + "," + bad + ",17," + started(id + "-0") + "]")
                .post("/v1/events")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected", hasSize(2))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].id", equalTo(id + "-bad"))
                .body("rejected[0].field", equalTo("time"))
                .body("rejected[1].index", equalTo(2))
                .body("rejected[1].field", equalTo("body"));
    }

    @Test
    void takesABinaryEvent() {
        request("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/test/caf%C3%A9%20%22x%22")
                .header("ce-type", "io.throughline.contact.started")
                .header("ce-time", time)
                .header("ce-subject", "c-" + id)
                .body("{\"channel\":\"chat\"}")
                .post("/v1/events")
                .then()
                .statusCode(202);

        var event = KafkaRecords.only(Topics.CONTACT_EVENTS, id);
        assertThat(event.at("/source").asText()).isEqualTo("/test/café \"x\"");
        assertThat(event.at("/data/channel").asText()).isEqualTo("chat");
    }

    @Test
    void takesOneEventALine() {
        request("application/x-ndjson")
                .body(started(id + "-0") + "\n\n{broken\r\n" + started(id + "-3") + "\n")
                .post("/v1/events")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(2))
                .body("rejected[0].field", equalTo("body"));
    }

    private String started(String eventId) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.started","time":"%s",\
                "subject":"c-%s","data":{"channel":"phone","identifiers":[{"type":"phone","value":"+852 2345 6789"}]}}"""
                .formatted(eventId, time, eventId);
    }

    static RequestSpecification request(String contentType) {
        return given().header("Authorization", "Bearer test-send")
                // Byte for byte what is given, without a charset that the test did not name.
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .defaultContentCharset("UTF-8")
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)))
                .contentType(contentType);
    }
}
