package io.throughline.intake.http;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static io.throughline.intake.http.Requests.sending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: an answer that says what to do, never a 500, and nothing else of a batch lost. */
@QuarkusTest
@WithTestResource(StackResource.class)
class BadInputTest {

    private static final String GOOD =
            """
            {"specversion":"1.0","id":"bad-input","source":"/test","type":"io.throughline.contact.started","time":"%s",\
            "subject":"c","data":{"channel":"phone"}}"""
                    .formatted(Instant.now().minusSeconds(5));

    @ParameterizedTest(name = "{0}")
    @MethodSource("nasty")
    void refusesOneEvent(String name, byte[] body, String field) {
        var answer = sending("application/cloudevents+json")
                .body(body)
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        answer.body("field", equalTo(field))
                .body("remedy", containsString("end"))
                .body("detail", containsString(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nastyButJson")
    void refusesItAloneInABatch(String name, byte[] body, String field) {
        var batch = "[" + GOOD + "," + new String(body, UTF_8) + "," + GOOD.replace("bad-input", "bad-input-2") + "]";
        sending("application/cloudevents-batch+json")
                .body(batch.getBytes(UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].field", equalTo(field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nasty")
    void refusesItAloneAmongLines(String name, byte[] body, String field) {
        var line = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1).replace("\n", " ");
        var lines = GOOD + "\n" + line + "\n" + GOOD.replace("bad-input", "bad-input-2");
        sending("application/x-ndjson")
                .body(lines.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .post("/v1/events")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].field", equalTo(field));
    }

    static Stream<Arguments> nasty() {
        return Stream.concat(
                nastyButJson(),
                Stream.of(
                        Arguments.of("not JSON", bytes("hello"), "body"),
                        Arguments.of("cut off", bytes(GOOD.substring(0, 60)), "body"),
                        Arguments.of("two documents", bytes(GOOD + GOOD), "body"),
                        Arguments.of(
                                "not UTF-8",
                                new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'},
                                "body"),
                        Arguments.of("binary", new byte[] {1, 2, 3, (byte) 0xFF, (byte) 0xFE}, "body"),
                        Arguments.of("endless nesting", bytes("[".repeat(200_000)), "body"),
                        Arguments.of("number without end", bytes("{\"id\":" + "9".repeat(100_000) + "}"), "body")));
    }

    static Stream<Arguments> nastyButJson() {
        return Stream.of(
                Arguments.of("a number", bytes("17"), "body"),
                Arguments.of("null", bytes("null"), "body"),
                Arguments.of("an array", bytes("[{}]"), "body"),
                Arguments.of("an empty object", bytes("{}"), "specversion"),
                Arguments.of("an id of another type", bytes(GOOD.replace("\"bad-input\"", "[1]")), "id"),
                Arguments.of("no id", bytes(GOOD.replace("\"id\":\"bad-input\",", "")), "id"),
                Arguments.of("data as text", bytes(GOOD.replace("{\"channel\":\"phone\"}", "\"phone\"")), "data"),
                Arguments.of(
                        "data of a wrong type deep inside", bytes(GOOD.replace("\"phone\"", "{}")), "data.channel"),
                Arguments.of("1970", bytes(GOOD.replaceAll("20\\d\\d-[^\"]*", "1970-01-01T00:00:00.001Z")), "time"),
                Arguments.of(
                        "next year",
                        bytes(GOOD.replaceAll(
                                "20\\d\\d-[^\"]*",
                                Instant.now().plusSeconds(31_536_000).toString())),
                        "time"),
                Arguments.of(
                        "a huge number",
                        bytes(GOOD.replace("contact.started", "contact.abandoned")
                                .replace("\"channel\":\"phone\"", "\"waitSeconds\":1e999")),
                        "data.waitSeconds"),
                Arguments.of(
                        "data in base64",
                        bytes(GOOD.replace(
                                "\"data\":{\"channel\":\"phone\"}",
                                "\"data_base64\":\"e30=\",\"data\":{\"channel\":\"phone\"}")),
                        "data_base64"),
                Arguments.of("NUL in an id", bytes(GOOD.replace("bad-input", "bad\\u0000input")), "id"),
                Arguments.of("half a surrogate", bytes(GOOD.replace("bad-input", "bad\\ud800input")), "id"));
    }

    @Test
    void takesAByteOrderMarkAKeyGivenTwiceAndDeepUnknownFields() {
        var deep = "[".repeat(500) + "]".repeat(500);
        for (var body : new String[] {
            "\uFEFF" + GOOD,
            GOOD.replace("\"subject\"", "\"subject\":\"first\",\"subject\""),
            GOOD.replace("\"channel\"", "\"unknown\":" + deep + ",\"channel\"")
        }) {
            sending("application/cloudevents+json")
                    .body(bytes(body))
                    .post("/v1/events")
                    .then()
                    .statusCode(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[" + "1", "17", "nonsense"})
    void refusesABatchThatIsNoArrayAsAWhole(String body) {
        sending("application/cloudevents-batch+json")
                .body(bytes(body))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("body"));
    }

    @Test
    void anEmptyBatchIsABatchAndAnEmptyBodyIsNothing() {
        sending("application/cloudevents-batch+json")
                .body("[]")
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(0));
        for (var type : new String[] {
            "application/cloudevents-batch+json", "application/cloudevents+json", "application/x-ndjson"
        }) {
            sending(type).post("/v1/events").then().statusCode(400).body("field", equalTo("body"));
        }
    }

    @Test
    void saysWhichMediaTypesItTakes() {
        sending("text/csv")
                .body("a;b")
                .post("/v1/events")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("remedy", containsString("application/cloudevents+json"));
        as("test-send").body(bytes(GOOD)).post("/v1/events").then().statusCode(415);
    }

    @Test
    void boundsBodiesAndBatches() {
        var tenMegabytes = bytes(" ".repeat(10 * 1024 * 1024));
        sending("application/cloudevents+json")
                .body(tenMegabytes)
                .post("/v1/events")
                .then()
                .statusCode(413)
                .body("remedy", containsString("smaller"));
        var line = "0\n";
        sending("application/x-ndjson")
                .body(bytes(line.repeat(501)))
                .post("/v1/events")
                .then()
                .statusCode(413)
                .body("detail", containsString("500"));
        sending("application/cloudevents-batch+json")
                .body(bytes("[" + String.join(",", Collections.nCopies(501, "0")) + "]"))
                .post("/v1/events")
                .then()
                .statusCode(413);
        assertThat(sending("application/x-ndjson")
                        .body(bytes(line.repeat(500)))
                        .post("/v1/events")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void needsATokenThatMaySend() {
        plain().contentType("application/cloudevents+json")
                .body(bytes(GOOD))
                .post("/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as("wrong-token")
                .contentType("application/cloudevents+json")
                .body(bytes(GOOD))
                .post("/v1/events")
                .then()
                .statusCode(401);
        as("test-read")
                .contentType("application/cloudevents+json")
                .body(bytes(GOOD))
                .post("/v1/events")
                .then()
                .statusCode(403)
                .body("detail", containsString("scope"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
