package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.SurveyWorld.assertInterval;
import static io.throughline.feedback.SurveyWorld.get;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded changes on a real Kafka and a real PostgreSQL, beside {@link SurveyWorld}. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class InterventionsTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheSurveyOnce() throws Exception {
        SurveyWorld.publishOnce(clock);
    }

    @Test
    void comparesBeforeAndAfterARecordedChange() throws Exception {
        Instant change = SampleContact.START.plus(Duration.ofHours(12));
        try (var topic = new JourneyTopic()) {
            for (int i = 0; i < 20; i++) {
                // At the kiosk scores rise from 2 and 3 to 4; by letter they stay at 3.
                topic.publish(rated("kiosk", i, SampleContact.START, i % 2 == 0 ? 2 : 3));
                topic.publish(rated("kiosk", i, change.plusSeconds(60), 4));
                topic.publish(rated("letter", i, SampleContact.START, 3));
                topic.publish(rated("letter", i, change.plusSeconds(60), 3));
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/v1/kpis?kpi=csat.mean&window=all").getInt("series[0].denominator") == 80);

        String id = given().header("Authorization", "Bearer survey-administers")
                .contentType("application/json")
                .body(
                        """
                        {"name": "new kiosk", "at": "%s", "treated": {"channel": "kiosk"}, "control": {"channel": "letter"}}"""
                                .formatted(change))
                .post("/v1/interventions")
                .then()
                .statusCode(201)
                .extract()
                .path("interventionId");
        var effect = get("/v1/interventions/" + id + "/effect?kpi=csat.mean");

        assertThat(effect.getDouble("[0].figures[0].value")).isEqualTo(2.5);
        assertThat(effect.getDouble("[0].figures[1].value")).isEqualTo(4);
        // Pairs: ten rise by 2, ten by 1. 1.5, error sqrt(0.26316 / 20), t(19) 2.093024.
        assertEffect(effect, 0, "by-customer", 1.5, 1.25991, 1.74009);
        // The control group did not move. Error sqrt(0.0125 * 40 / 39), t(39) 2.022691.
        assertEffect(effect, 1, "difference-in-differences", 1.5, 1.27097, 1.72903);
        // After does not vary within a group: theta 0, 4 - 3.
        assertThat(effect.getDouble("[1].figures[2].value")).isEqualTo(1, within(1e-6));
        assertThat(get("/v1/reports/before-after").getList("sections.name")).contains(id + "/csat.mean");

        given().header("Authorization", "Bearer survey-reads")
                .delete("/v1/interventions/" + id)
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer survey-administers")
                .delete("/v1/interventions/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void namesWhatIsWrongWithAnIntervention() {
        given().header("Authorization", "Bearer survey-administers")
                .contentType("application/json")
                .body("{\"name\": \"x\", \"at\": \"2026-11-01T00:00:00Z\", \"treated\": {\"colour\": \"red\"}}")
                .post("/v1/interventions")
                .then()
                .statusCode(400)
                .body("field", equalTo("treated"));
    }

    private static SampleJourney rated(String channel, int customer, Instant at, int score) {
        return journey(channel + customer + at)
                .tenant("survey")
                .customer(channel + customer)
                .contact(on(channel).at(at).csat(score));
    }

    private static void assertEffect(
            JsonPath effect, int place, String method, double difference, double low, double high) {
        var figure = effect.<String, Object>getMap("[1].figures[" + place + "]");
        assertThat(figure.get("of")).isEqualTo(Map.of("difference", method));
        assertThat(((Number) figure.get("value")).doubleValue()).isEqualTo(difference, within(1e-6));
        assertInterval(figure, low, high);
    }
}
