package io.throughline.intake.rejected;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static io.throughline.intake.http.Requests.sending;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class RejectedResourceTest {

    /** So that a test sees its own refusals alone. */
    private final String source = "/rejected-test/" + UUID.randomUUID();

    @Test
    void listsNewestFirstWithReasonsAndWithoutInputs() {
        refuse("first");
        refuse("second");

        list("source=" + source)
                .statusCode(200)
                .body("rejected.eventId", equalTo(List.of("second", "first")))
                .body("rejected[0].problems[0].field", equalTo("data.channel"))
                .body("rejected[0].problems[0].remedy", notNullValue())
                .body("rejected[0].input", nullValue())
                .body("rejected[0].mendedAt", nullValue());
    }

    @Test
    void filtersByReasonAndTime() {
        refuse("a");
        var between = Instant.now();
        refuse("b");

        list("source=" + source + "&reason=CHANNEL").body("rejected.size()", equalTo(2));
        list("source=" + source + "&reason=something-else").body("rejected.size()", equalTo(0));
        list("source=" + source + "&from=" + between).body("rejected.eventId", equalTo(List.of("b")));
        list("source=" + source + "&to=" + between).body("rejected.eventId", equalTo(List.of("a")));
        list("source=" + source + "&from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z")
                .body("rejected.size()", equalTo(0));
    }

    @Test
    void pagesGoThroughAll() {
        for (int i = 0; i < 5; i++) {
            refuse("e" + i);
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = list("limit=2&source=" + source + (next == null ? "" : "&cursor=" + next))
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("rejected.eventId"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactly("e4", "e3", "e2", "e1", "e0");
    }

    @Test
    void showsOneMasked() {
        refuse("x");

        as("test-read")
                .get("/v1/rejected/" + id())
                .then()
                .statusCode(200)
                .body("input", containsString("***"))
                .body("input", not(containsString("2345")));
    }

    @Test
    void aMendedEventIsTakenAndTheRefusalMarked() {
        refuse("broken");
        var id = id();
        resend("test-send", id, event("broken", "{\"channel\":\"phone\"}"))
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, source)
                        .at("/data/channel")
                        .asText())
                .isEqualTo("phone");
        await().atMost(5, SECONDS)
                .untilAsserted(() -> list("source=" + source).body("rejected[0].mendedAt", notNullValue()));
    }

    @Test
    void whatIsStillWrongIsSaidAndNothingMarked() {
        refuse("broken");
        var id = id();
        resend("test-send", id, event("broken", "{\"channel\":7}"))
                .statusCode(400)
                .body("field", equalTo("data.channel"));
        resend("test-send", id, "{").statusCode(400).body("field", equalTo("body"));
        resend("test-send", id, "[]").statusCode(400).body("field", equalTo("body"));

        as("test-read").get("/v1/rejected/" + id).then().body("mendedAt", nullValue());
    }

    @Test
    void noTenantSeesAnothers() {
        refuse("mine");
        var id = id();

        as("test-other").get("/v1/rejected/" + id).then().statusCode(404);
        as("test-other").get("/v1/rejected?source=" + source).then().body("rejected.size()", equalTo(0));
        resend("test-other", id, event("mine", "{\"channel\":\"phone\"}")).statusCode(404);
    }

    @Test
    void needsScopes() {
        as("test-send").get("/v1/rejected").then().statusCode(403);
        resend("test-read", "0-0", "{}").statusCode(403);
        plain().get("/v1/rejected").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "from=yesterday, from",
        "to=2026-11-01, to",
        "cursor=xyz, cursor",
    })
    void namesTheParameterAtFault(String query, String field) {
        list(query).statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"0-999999999", "99-0", "nothing", "0--1"})
    void knowsNoOthers(String id) {
        as("test-read").get("/v1/rejected/" + id).then().statusCode(404);
    }

    private String id() {
        return list("source=" + source).extract().path("rejected[0].id");
    }

    private void refuse(String id) {
        sending("application/cloudevents+json")
                .body(event(id, "{\"identifiers\":[{\"type\":\"phone\",\"value\":\"+852 2345 6789\"}]}"))
                .post("/v1/events")
                .then()
                .statusCode(400);
    }

    private String event(String id, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"io.throughline.contact.started",\
                "time":"%s","subject":"c","data":%s}"""
                .formatted(id, source, Instant.now(), data);
    }

    private static ValidatableResponse list(String query) {
        return as("test-read").get("/v1/rejected?" + query).then();
    }

    private static ValidatableResponse resend(String token, String id, String body) {
        return as(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/rejected/" + id + "/resend")
                .then();
    }
}
