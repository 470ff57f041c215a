package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.throughline.contracts.topic.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sender gets wrong is told to the sender; it is never a server's error, and nothing else is lost by it. */
@ExtendWith(SharedStack.class)
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String LINES = "application/x-ndjson";

    private final RunningStack stack;

    BadInputIT(RunningStack stack) {
        this.stack = stack;
    }

    static Stream<Arguments> refused() {
        var good = event("good");
        return Stream.of(
                arguments("not JSON", EVENT, "{\"id\": ", 400, "body"),
                arguments("no event at all", EVENT, "", 400, "body"),
                arguments("an array where one event is due", EVENT, "[" + good + "]", 400, "body"),
                arguments("nested a thousand deep", EVENT, "[".repeat(1000), 400, "body"),
                arguments("id missing", EVENT, good.replace("\"id\":\"good\",", ""), 400, "id"),
                arguments("id a number", EVENT, good.replace("\"good\"", "7"), 400, "id"),
                arguments("source missing", EVENT, good.replace("\"source\":\"/test\",", ""), 400, "source"),
                arguments("subject missing", EVENT, good.replace("\"subject\":\"c-good\",", ""), 400, "subject"),
                arguments("another version", EVENT, good.replace("\"1.0\"", "\"0.3\""), 400, "specversion"),
                arguments("time in 1970", EVENT, at("1970-01-01T00:00:00Z"), 400, "time"),
                arguments(
                        "time next year",
                        EVENT,
                        at(Instant.now().plus(Duration.ofDays(365)).toString()),
                        400,
                        "time"),
                arguments("time without offset", EVENT, at("2026-10-01T10:00:00"), 400, "time"),
                arguments(
                        "time a number",
                        EVENT,
                        good.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":1760000000"),
                        400,
                        "time"),
                arguments(
                        "no channel at the start",
                        EVENT,
                        good.replace("\"channel\":\"phone\",", ""),
                        400,
                        "data.channel"),
                arguments("identifiers a text", EVENT, identifiers("\"+852 8100 0001\""), 400, "data.identifiers"),
                arguments(
                        "an identifier without value",
                        EVENT,
                        identifiers("[{\"type\":\"phone\"}]"),
                        400,
                        "data.identifiers[0].value"),
                arguments(
                        "a word that is none",
                        EVENT,
                        good.replace("\"direction\":\"inbound\"", "\"direction\":\"sideways\""),
                        400,
                        "data.direction"),
                arguments("data missing", EVENT, good.replaceFirst(",\"data\":.*", "}"), 400, "data"),
                arguments("ten megabytes", EVENT, " ".repeat(10 << 20), 413, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String contentType, String body, int status, String field) {
        var answer = send(contentType, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Http.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(Http.json(answer).path("remedy").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "\\tat ");
    }

    @Test
    void aWrongTokenIsRefusedAndSoIsNone() {
        var body = event("stranger").getBytes(UTF_8);
        var address = stack.address() + "/v1/events";

        var wrong = Http.send("POST", address, body, "Content-Type", EVENT, "Authorization", "Bearer of-bad-news");
        var none = Http.send("POST", address, body, "Content-Type", EVENT);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(none.statusCode()).isEqualTo(401);
    }

    @Test
    void anotherMethodAndAnotherPathAreTheSendersErrorsToo() {
        var token = "Bearer " + Tenant.INPUT.token();

        assertThat(Http.send("PUT", stack.address() + "/v1/events", new byte[0], "Authorization", token)
                        .statusCode())
                .isEqualTo(405);
        assertThat(Http.send("POST", stack.address() + "/v1/nothing", new byte[0], "Authorization", token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofABatchTheBadAreNamedAndTheRestIsTaken() {
        var body = "[" + event("first") + "," + at("1970-01-01T00:00:00Z") + "," + event("third") + "]";

        var answer = send(BATCH, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
        assertThat(Http.json(answer).path("accepted").asInt()).isEqualTo(2);
        assertThat(Http.json(answer).path("rejected")).hasSize(1);
        assertThat(Http.json(answer).at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(Http.json(answer).at("/rejected/0/field").asText()).isEqualTo("time");
        isTaken("first");
        isTaken("third");
    }

    @Test
    void aLineThatIsNoJsonLosesOnlyItself() {
        var answer = send(LINES, event("before") + "\n{\"id\":\n" + event("after") + "\n");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
        assertThat(Http.json(answer).at("/rejected/0/index").asInt()).isEqualTo(1);
        isTaken("before");
        isTaken("after");
    }

    @Test
    void anUnknownTypeIsKept() {
        var answer = send(EVENT, event("novelty").replace("contact.started", "contact.teleported"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        isTaken("novelty");
    }

    /** Refused events stay visible, without what was in them that could be personal. */
    @Test
    void aRefusedEventIsKeptMasked() {
        var number = "+85281009876";
        send(
                EVENT,
                event("masked")
                        .replace("+852 8100 0001", number)
                        .replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"1970-01-01T00:00:00Z\""));

        try (var rejected = new TopicView(stack, Topics.CONTACT_EVENTS_REJECTED)) {
            await().atMost(PATIENCE).until(() -> values(rejected).anyMatch(value -> value.contains("\"masked\"")));
            assertThat(values(rejected)).noneMatch(value -> value.contains(number));
        }
    }

    private static Stream<String> values(TopicView topic) {
        return topic.refresh().records().stream().map(ConsumerRecord::value);
    }

    private void isTaken(String id) {
        try (var events = new TopicView(stack, Topics.CONTACT_EVENTS, Tenant.INPUT)) {
            await().atMost(PATIENCE)
                    .until(() -> values(events).anyMatch(value -> value.contains("\"id\":\"" + id + "\"")));
        }
    }

    private HttpResponse<String> send(String contentType, String body) {
        return Http.send(
                "POST",
                stack.address() + "/v1/events",
                body.getBytes(UTF_8),
                "Content-Type",
                contentType,
                "Authorization",
                "Bearer " + Tenant.INPUT.token());
    }

    private static String at(String time) {
        return event("timed").replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"" + time + "\"");
    }

    private static String identifiers(String json) {
        return event("identified").replaceFirst("\\[\\{.*?\\}\\]", json);
    }

    private static String event(String id) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/test","type":"io.throughline.contact.started",\
                "time":"%2$s","subject":"c-%1$s","datacontenttype":"application/json",\
                "data":{"channel":"phone","identifiers":[{"type":"phone","value":"+852 8100 0001"}],\
                "direction":"inbound","market":"HK"}}"""
                .formatted(id, Instant.now().minusSeconds(60));
    }
}
