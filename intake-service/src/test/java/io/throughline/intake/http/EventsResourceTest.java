package io.throughline.intake.http;

import static io.throughline.intake.http.Requests.sending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
        sending("application/cloudevents+json")
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
        assertThat(Instant.parse(event.at("/receivedtime").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(event.at("/data/channel").asText()).isEqualTo("phone");
    }

    /** The token was worked out with another implementation, see TokeniserTest. */
    @Test
    void replacesIdentifiersByTokens() {
        sending("application/cloudevents+json")
                .body(started(id))
                .post("/v1/events")
                .then()
                .statusCode(202);

        var identifiers = KafkaRecords.only(Topics.CONTACT_EVENTS, id).at("/data/identifiers");
        assertThat(identifiers.toString()).isEqualTo("[{\"type\":\"phone\",\"token\":\"AVFjbIbCf5dnWdUEaZK6hw\"}]");
    }

    @Test
    void readsANationalNumberInTheEventsMarketElseInTheTenantsRegion() {
        var event = started(id + "-hk").replace("+852 2345 6789", "2345 6789");
        var abroad = started(id + "-gb")
                .replace("+852 2345 6789", "00 852 2345 6789")
                .replace("\"channel\"", "\"market\":\"GB\",\"channel\"");
        sending("application/cloudevents-batch+json")
                .body("[" + event + "," + abroad + "]")
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, id))
                .extracting(found -> found.at("/data/identifiers/0/token").asText())
                .containsExactly("AVFjbIbCf5dnWdUEaZK6hw", "AVFjbIbCf5dnWdUEaZK6hw");
    }

    @Test
    void dropsIdentifiersThatNameNobodyAndKeepsTheEvent() {
        sending("application/cloudevents+json")
                .body(started(id).replace("+852 2345 6789", "anonymous"))
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id).at("/data").has("identifiers"))
                .isFalse();
    }

    @Test
    void dropsFieldsThatTheContractDoesNotHave() {
        sending("application/cloudevents+json")
                .body(started(id).replace("\"channel\"", "\"customerName\":\"Ann Lee\",\"channel\""))
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id).toString()).doesNotContain("Ann");
    }

    @Test
    void masksWhatACommentTellsOfAPerson() {
        sending("application/cloudevents+json")
                .body(
                        started(id)
                                .replace("contact.started", "survey.answered")
                                .replace(
                                        "\"channel\"",
                                        "\"survey\":\"csat\",\"score\":2,\"comment\":\"call 2345 6789 or ann@example.com\",\"channel\""))
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id)
                        .at("/data/comment")
                        .asText())
                .isEqualTo("call *** or ***");
    }

    @Test
    void writesStructuredCloudEventsUnderTheContactsKey() {
        sending("application/cloudevents+json")
                .body(started(id))
                .post("/v1/events")
                .then()
                .statusCode(202);

        var kafkaRecord = KafkaRecords.all(Topics.CONTACT_EVENTS).stream()
                .filter(each -> new String(each.value(), UTF_8).contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(kafkaRecord.key()).isEqualTo("acme|/test|c-" + id);
        assertThat(new String(kafkaRecord.headers().lastHeader("content-type").value(), UTF_8))
                .isEqualTo("application/cloudevents+json");
    }

    @Test
    void takesABatchAndReportsEachRefusedEvent() {
        var bad = started(id + "-bad").replace(time, "yesterday").replace("\"channel\":\"phone\",", "");
        sending("application/cloudevents-batch+json; charset=utf-8")
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
                .body("rejected[0].more[0].field", equalTo("data.channel"))
                .body("rejected[1].index", equalTo(2))
                .body("rejected[1].field", equalTo("body"));

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, id + "-0")).hasSize(2);
    }

    @Test
    void takesABinaryEvent() {
        sending("application/json")
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
        sending("application/x-ndjson")
                .body(started(id + "-0") + "\n\n{broken\r\n" + started(id + "-3") + "\n")
                .post("/v1/events")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(2))
                .body("rejected[0].field", equalTo("body"));
    }

    @Test
    void takesPlainJsonForWhatItLooksLike() {
        sending("application/json")
                .body(started(id + "-a"))
                .post("/v1/events")
                .then()
                .statusCode(202);
        sending("application/json")
                .body(" [" + started(id + "-b") + "]")
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS, id)).hasSize(2);
    }

    @Test
    void keepsATypeThatIsNotKnown() {
        sending("application/cloudevents+json")
                .body(started(id).replace("contact.started", "contact.teleported"))
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id).at("/type").asText())
                .isEqualTo("io.throughline.contact.teleported");
    }

    @Test
    void refusesALinkOfAnIdentifierWithItself() {
        var link =
                """
                {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.identity.linked","time":"%s",
                 "subject":"x","data":{"identifiers":[{"type":"phone","value":"2345 6789"},
                 {"type":"phone","value":"+852 2345-6789"}]}}"""
                        .formatted(id, time);
        sending("application/cloudevents+json")
                .body(link)
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("data.identifiers"));
    }

    @Test
    void keepsRefusedEventsMasked() {
        var refused = started(id)
                .replace(time, "yesterday")
                .replace("\"channel\"", "\"customerName\":\"Ann Lee\",\"queue\":\"ask ann@example.com\",\"channel\"");
        sending("application/cloudevents+json")
                .body(refused)
                .post("/v1/events")
                .then()
                .statusCode(400);

        var rejected = KafkaRecords.only(Topics.CONTACT_EVENTS_REJECTED, id);
        assertThat(rejected.at("/tenant").asText()).isEqualTo("acme");
        assertThat(rejected.at("/source").asText()).isEqualTo("/test");
        assertThat(rejected.at("/eventId").asText()).isEqualTo(id);
        assertThat(rejected.at("/problems/0/field").asText()).isEqualTo("time");
        assertThat(rejected.at("/input").asText())
                .contains("\"channel\":\"phone\"")
                .contains("\"queue\":\"ask ***\"")
                .contains("\"customerName\":\"***\"")
                .contains("\"value\":\"***\"")
                .doesNotContain("2345");
    }

    @Test
    void keepsOnlyTheShapeOfWhatIsNoJson() {
        sending("application/cloudevents+json")
                .body("<customer id='" + id + "'>Ann, 23456789</customer>")
                .post("/v1/events")
                .then()
                .statusCode(400);

        assertThat(KafkaRecords.having(Topics.CONTACT_EVENTS_REJECTED, "<xxxxxxxx xx='"))
                .last()
                .satisfies(rejected -> {
                    assertThat(rejected.at("/source").asText()).isEqualTo("/v1/events");
                    assertThat(rejected.at("/input").asText()).contains(">xxx, 00000000</xxxxxxxx>");
                });
    }

    private String started(String eventId) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.started","time":"%s",\
                "subject":"c-%s","data":{"channel":"phone","identifiers":[{"type":"phone","value":"+852 2345 6789"}]}}"""
                .formatted(eventId, time, eventId);
    }
}
