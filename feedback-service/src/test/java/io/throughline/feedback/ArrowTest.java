package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.ArrowAnswer.rows;
import static io.throughline.feedback.ArrowAnswer.types;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as Arrow, read back by Arrow's own reader, are what the JSON of the same question says. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class ArrowTest {

    private static final String ARROW = "application/vnd.apache.arrow.stream";
    private static final List<String> DIMENSIONS = List.of("channel", "intent", "market", "queue", "segment");

    private static boolean published;

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheWorldOnce() throws Exception {
        clock.moveTo(Instant.parse("2026-11-03T00:00:00Z"));
        if (published) {
            return;
        }
        published = true;
        try (var topic = new JourneyTopic()) {
            topic.publish(
                    journey("a1")
                            .tenant("export")
                            .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                            .contact(on("phone").at(START.plusMillis(3_600_123)).csat(2))
                            .switched(Verdict.FORCED, Strength.P)
                            .resolved(START.plusSeconds(4200)),
                    journey("a2")
                            .tenant("export")
                            .customer("c_2")
                            .contact(on("phone").csat(5).market("SG"))
                            .resolved(START),
                    journey("a3")
                            .tenant("export")
                            .customer("c_3")
                            .contact(on("résumé-網頁").csat(4).at(START.plus(Duration.ofDays(1)))));
        }
        // What is published comes by another way than the cases do.
        for (String last : List.of("kpi=contacts.count&window=all", "kpi=contacts.count&window=P1D&from=2026-11-02")) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> authorised()
                    .get("/v1/kpis?" + last)
                    .then()
                    .statusCode(200)
                    .body("series.numerator", equalTo(List.of(last.contains("all") ? 4 : 1))));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> authorised()
                .get("/v1/kpis/csat.mean/revisions?from=2026-11-02&groupBy=channel")
                .then()
                .body("entries", hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi=contacts.count",
                "kpi=csat.mean&groupBy=channel",
                "kpi=fcr.gross:w7d&window=all&groupBy=market,channel",
                "kpi=resolution.time:p90&window=P1M&zone=Europe/London",
                // Nobody without a forced switch was dissatisfied: no value, no interval.
                "kpi=risk.forced:crude",
                "kpi=contacts.count&from=2020-01-01&to=2020-01-02",
            })
    void saysOfValuesWhatJsonSays(String question) throws Exception {
        JsonNode json = json("/v1/kpis?" + question);
        var rows = rows(arrow("/v1/kpis?" + question));

        assertThat(rows).hasSameSizeAs(json.path("series"));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode point = json.path("series").get(i);
            var row = rows.get(i);
            assertThat(row.get("kpi")).isEqualTo(json.path("kpi").textValue());
            assertThat(row.get("variant")).isEqualTo(json.path("variant").textValue());
            assertThat(row.get("window")).isEqualTo(json.path("window").textValue());
            assertThat(row.get("start")).isEqualTo(microseconds(point.path("start")));
            assertThat(row.get("end")).isEqualTo(microseconds(point.path("end")));
            for (String dimension : DIMENSIONS) {
                assertThat(row.get(dimension))
                        .isEqualTo(point.path("dimensions").path(dimension).textValue());
            }
            assertThat(row.get("value")).isEqualTo(number(point.path("value")));
            assertThat(row.get("numerator")).isEqualTo(number(point.path("numerator")));
            assertThat(row.get("denominator"))
                    .isEqualTo(point.path("denominator").longValue());
            assertThat(row.get("low")).isEqualTo(number(point.at("/interval/low")));
            assertThat(row.get("high")).isEqualTo(number(point.at("/interval/high")));
            assertThat(row.get("method")).isEqualTo(point.at("/interval/method").textValue());
            assertThat(row.get("independent"))
                    .isEqualTo(point.at("/interval/independent").textValue());
            assertThat(row.get("state")).isEqualTo(point.path("state").textValue());
            assertThat(row.get("small")).isEqualTo(point.path("small").booleanValue());
            assertThat(row.get("revision"))
                    .isEqualTo(
                            point.path("revision").isNull()
                                    ? null
                                    : point.path("revision").longValue());
        }
    }

    @Test
    void saysOfTheLedgerWhatJsonSays() throws Exception {
        String question = "/v1/kpis/csat.mean/revisions?groupBy=channel";
        JsonNode entries = json(question).path("entries");
        var rows = rows(arrow(question));

        assertThat(rows).isNotEmpty().hasSameSizeAs(entries);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode entry = entries.get(i);
            var row = rows.get(i);
            assertThat(row.get("start")).isEqualTo(microseconds(entry.path("start")));
            assertThat(row.get("channel"))
                    .isEqualTo(entry.at("/dimensions/channel").textValue());
            assertThat(row.get("oldValue")).isEqualTo(number(entry.path("oldValue")));
            assertThat(row.get("newValue")).isEqualTo(number(entry.path("newValue")));
            assertThat(row.get("numeratorChange")).isEqualTo(number(entry.path("numeratorChange")));
            assertThat(row.get("denominatorChange"))
                    .isEqualTo(entry.path("denominatorChange").longValue());
            assertThat(row.get("cause")).isEqualTo(entry.path("cause").textValue());
            assertThat(row.get("revision")).isEqualTo(entry.path("revision").longValue());
        }
    }

    @Test
    void saysOfCasesWhatJsonSaysAndWhereTheNextPartBegins() throws Exception {
        String question = "/v1/kpis/contacts.count/contacts?limit=3";
        JsonNode page = json(question);
        var answer = arrow(question);
        var rows = rows(answer);

        assertThat(answer.header("X-Next-Cursor")).isEqualTo(page.path("next").textValue());
        assertThat(rows).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonNode one = page.path("cases").get(i);
            var row = rows.get(i);
            assertThat(row.get("at")).isEqualTo(microseconds(one.path("at")));
            assertThat(row.get("journeyId")).isEqualTo(one.path("journeyId").textValue());
            assertThat(row.get("journeyRevision"))
                    .isEqualTo(one.path("journeyRevision").longValue());
            assertThat(row.get("channel"))
                    .isEqualTo(one.at("/dimensions/channel").textValue());
            assertThat(row.get("numerator")).isEqualTo(number(one.path("numerator")));
        }
    }

    @Test
    void hasTypedColumns() throws Exception {
        assertThat(types(arrow("/v1/kpis?kpi=csat.mean&window=all&zone=Z")))
                .containsEntry("kpi", "Utf8")
                .containsEntry("start", "Timestamp(MICROSECOND, UTC)")
                .containsEntry("channel", "Utf8")
                .containsEntry("value", "FloatingPoint(DOUBLE)")
                .containsEntry("denominator", "Int(64, true)")
                .containsEntry("small", "Bool")
                .containsEntry("revision", "Int(64, true)");
        assertThat(types(arrow("/v1/kpis?kpi=csat.mean")))
                .containsEntry("end", "Timestamp(MICROSECOND, Asia/Hong_Kong)");
    }

    @Test
    void isChosenByALinkToo() throws Exception {
        var answer = authorised().get("/v1/kpis?kpi=contacts.count&window=all&format=arrow");

        answer.then().statusCode(200).contentType(ARROW);
        assertThat(rows(answer))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("value", 4.0).containsEntry("denominator", 4L));
        assertThat(rows(authorised().get("/v1/reports/first-contact-resolution?format=arrow")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("report", "first-contact-resolution"));
    }

    @Test
    void tellsAMistakeAsAProblemAllTheSame() {
        authorised()
                .accept(ARROW)
                .get("/v1/kpis?kpi=nothing")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("kpi"));
    }

    private static JsonNode json(String path) throws IOException {
        return new JsonMapper()
                .readTree(
                        authorised().get(path).then().statusCode(200).extract().asByteArray());
    }

    private static Response arrow(String path) {
        var answer = authorised().accept(ARROW).get(path);
        answer.then().statusCode(200).contentType(ARROW);
        return answer;
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    private static Long microseconds(JsonNode time) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, OffsetDateTime.parse(time.textValue()).toInstant());
    }

    private static RequestSpecification authorised() {
        return given().header("Authorization", "Bearer export-reads");
    }
}
