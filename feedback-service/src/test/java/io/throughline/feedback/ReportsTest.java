package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.SurveyWorld.QUESTION;
import static io.throughline.feedback.SurveyWorld.assertInterval;
import static io.throughline.feedback.SurveyWorld.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports on a real Kafka and a real PostgreSQL, about {@link SurveyWorld}. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class ReportsTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheSurveyOnce() throws Exception {
        SurveyWorld.publishOnce(clock);
    }

    @Test
    void reproducesThePublishedTableOfNeeds() {
        var report = get("/v1/reports/perception-gap");

        // Wilson's intervals, worked out apart from this code.
        assertAnswer(report, "customer", "solves-issue", 205, 500, 0.3677, 0.4536, 1, 0.41f);
        assertAnswer(report, "customer", "efficient", 50, 500, 0.0767, 0.1294, 3, 0.10f);
        assertAnswer(report, "customer", "understands-me", 45, 500, 0.0679, 0.1183, 4, 0.09f);
        assertAnswer(report, "staff", "efficient", 86, 358, 0.1989, 0.2871, 2, 0.24f);
        assertAnswer(report, "staff", "solves-issue", 54, 358, 0.1175, 0.1916, 3, 0.15f);
        assertAnswer(report, "staff", "clear-terms", 39, 358, 0.0807, 0.1455, 4, 0.11f);
    }

    @Test
    void findsTheGapsWithTheirIntervals() {
        var report = get("/v1/reports/perception-gap");

        // Newcombe's intervals of the difference, worked out apart from this code.
        assertGap(report, 0, "solves-issue", 0.2592, 0.2004, 0.3141);
        assertGap(report, 1, "efficient", -0.1402, -0.1926, -0.0895);
        assertGap(report, 2, "clear-terms", -0.1089, -0.1455, -0.0797);
        assertGap(report, 3, "else", -0.1000, -0.1665, -0.0325);
        assertGap(report, 4, "understands-me", 0.0900, 0.0655, 0.1183);
        assertThat(report.getDouble("sections[1].figures[0].p")).isLessThan(0.001);
    }

    @Test
    void opensAFigureToItsContacts() {
        var figure = answer(get("/v1/reports/perception-gap"), "staff", "clear-terms");

        given().header("Authorization", "Bearer survey-reads")
                .urlEncodingEnabled(false)
                .get(figure.get("contacts") + "&limit=1000")
                .then()
                .statusCode(200)
                .body("cases", hasSize(39))
                .body("cases.part", everyItem(equalTo("clear-terms")))
                .body("cases[0].contacts[0].source", equalTo(SampleContact.SOURCE));
    }

    @Test
    void answersEveryReportWithItsFigures() {
        var titles = get("/v1/reports");

        for (String name : titles.getList("report", String.class)) {
            var report = get("/v1/reports/" + name);
            assertThat(report.getString("question")).as(name).endsWith("?");
            assertThat(report.getList("published")).as(name).isNotEmpty();
            for (var section : report.<Map<String, Object>>getList("sections")) {
                var figures = (List<?>) section.get("figures");
                assertThat(figures).as("%s %s", name, section.get("name")).isNotEmpty();
                for (var one : figures) {
                    var figure = (Map<?, ?>) one;
                    assertThat(figure.get("value") == null)
                            .as("either a value or a reason: %s %s %s", name, section.get("name"), figure)
                            .isEqualTo(figure.get("noValue") != null);
                    if (figure.get("contacts") != null) {
                        assertThat(get(figure.get("contacts").toString()).getList("cases"))
                                .as("%s %s", name, figure)
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(titles.getList("report"))
                .contains(
                        "first-contact-resolution",
                        "perception-gap",
                        "channel-by-intent",
                        "integration",
                        "after-self-service",
                        "forced-switches",
                        "forced-switch-risk",
                        "label-sensitivity",
                        "channel-flow",
                        "resolution-effect",
                        "reachability",
                        "preference",
                        "authentication",
                        "given-up");
    }

    @Test
    void tellsWhatBecameOfRecommendations() throws Exception {
        Instant at = SampleContact.START.minusSeconds(60);
        try (var topic = new JourneyTopic()) {
            // c_0 and c_1 went on to the web, as their surveys show; nobody knows of c_unknown.
            topic.recommend("survey", "d1", "c_0", "web", at);
            topic.recommend("survey", "d2", "c_1", "phone", at);
            topic.recommend("survey", "d3", "c_unknown", "phone", at);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/v1/reports/navigation").getInt("sections[0].figures[0].denominator") == 3);

        var then = get("/v1/reports/navigation").<Map<String, Object>>getList("sections[0].figures");
        assertThat(then)
                .extracting(figure -> figure.get("of"), figure -> figure.get("numerator"))
                .containsExactlyInAnyOrder(
                        tuple(Map.of("then", "followed"), 1),
                        tuple(Map.of("then", "other-channel"), 1),
                        tuple(Map.of("then", "no-contact"), 1));
    }

    @Test
    void takesTheCompanysOwnWordForWhatIsNotMeasured() {
        given().header("Authorization", "Bearer survey-administers")
                .contentType("application/json")
                .body("{\"rating\": \"room-to-improve\", \"reason\": \"two of three launches\"}")
                .put("/v1/reports/maturity/areas/training-before-launch")
                .then()
                .statusCode(204);

        var scorecard = get("/v1/reports/maturity");
        assertThat(scorecard.getString("live.scorecard[2].rating")).isEqualTo("room-to-improve");
        assertThat(scorecard.getString("live.scorecard[2].by")).isEqualTo("self-assessed");
        assertThat(scorecard.getString("live.scorecard[4].rating")).isEqualTo("excellent");
        assertThat(scorecard.getList("live.mendFirst")).contains("training-before-launch");
    }

    @Test
    void answersAsTables() {
        String csv = given().header("Authorization", "Bearer survey-reads")
                .get("/v1/reports/perception-gap?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines())
                .contains(
                        "report,section,unit,of,value,numerator,denominator,customers,low,high,method,independent,p,small,"
                                + "noValue,reference,referenceValue,contacts")
                .anyMatch(line -> line.startsWith("perception-gap,answers,share,")
                        && line.contains("answer: solves-issue")
                        && line.contains(",0.41,205,500,500,"));

        given().header("Authorization", "Bearer survey-reads")
                .accept("text/csv")
                .get("/v1/kpis/contacts.count/contacts?limit=2&filter=channel:web")
                .then()
                .statusCode(200)
                .header("X-Next-Cursor", not(equalTo(null)))
                .body(startsWith("kpi,at,journeyId,"));
    }

    @Test
    void saysWhyThereIsNoValue() {
        given().header("Authorization", "Bearer survey-reads")
                .get("/v1/reports/authentication?from=2020-01-01&to=2020-01-02")
                .then()
                .statusCode(200)
                .body("sections[0].figures[0].value", equalTo(null))
                .body("sections[0].figures[0].denominator", equalTo(0))
                .body("sections[0].figures[0].noValue", not(equalTo(null)))
                .body("sections[0].figures[0].small", equalTo(true));
    }

    private static void assertAnswer(
            JsonPath report,
            String who,
            String answer,
            int count,
            int of,
            double low,
            double high,
            int rank,
            float was) {
        var figure = answer(report, who, answer);
        assertThat(figure)
                .containsEntry("numerator", count)
                .containsEntry("denominator", of)
                .containsEntry("customers", of)
                .containsEntry("small", false);
        assertThat(((Number) figure.get("value")).doubleValue()).isEqualTo((double) count / of, within(1e-6));
        assertInterval(figure, low, high);
        assertThat(figure.get("of")).extracting("rank").isEqualTo(Integer.toString(rank));
        assertThat(figure.get("reference")).extracting("value").isEqualTo(was);
    }

    private static void assertGap(JsonPath report, int place, String answer, double gap, double low, double high) {
        var figure = report.<String, Object>getMap("sections[1].figures[" + place + "]");
        assertThat(figure.get("of")).isEqualTo(Map.of("question", QUESTION, "answer", answer));
        assertThat(((Number) figure.get("value")).doubleValue()).isEqualTo(gap, within(0.00005));
        assertInterval(figure, low, high);
    }

    private static Map<String, Object> answer(JsonPath report, String who, String answer) {
        return report.getMap(
                "sections[0].figures.find { it.of.question == '%s' && it.of.respondent == '%s' && it.of.answer == '%s' }"
                        .formatted(QUESTION, who, answer));
    }
}
