package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.contracts.event.Respondent.CUSTOMER;
import static io.throughline.contracts.event.Respondent.STAFF;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/**
 * 500 customers and 358 members of staff answer what HKACE's survey of 2018 asked, in the shares that it published. Shares of
 * few words are rounded to whole people; the answers that were not published stand as {@code else}.
 */
final class SurveyWorld {

    static final String QUESTION = "digital-channel-needs";

    private static boolean published;

    private SurveyWorld() {}

    /** Publishes it unless a test before did, and waits until it is counted. */
    static void publishOnce(MovableClock clock) throws Exception {
        clock.moveTo(Instant.parse("2026-11-03T00:00:00Z"));
        if (published) {
            return;
        }
        published = true;
        var customers = new ArrayList<String>();
        customers.addAll(nCopies(205, "solves-issue"));
        customers.addAll(nCopies(50, "efficient"));
        customers.addAll(nCopies(45, "understands-me"));
        customers.addAll(nCopies(200, "else"));
        var staff = new ArrayList<String>();
        staff.addAll(nCopies(86, "efficient"));
        staff.addAll(nCopies(54, "solves-issue"));
        staff.addAll(nCopies(39, "clear-terms"));
        staff.addAll(nCopies(179, "else"));
        try (var topic = new JourneyTopic()) {
            for (int i = 0; i < customers.size(); i++) {
                var contact = on("web").agent("agent-" + i).chose(CUSTOMER, QUESTION, customers.get(i));
                if (i < staff.size()) {
                    contact.chose(STAFF, QUESTION, staff.get(i));
                }
                topic.publish(
                        journey("s" + i).tenant("survey").customer("c_" + i).contact(contact));
            }
        }
        await().atMost(Duration.ofSeconds(120))
                .until(() -> get("/v1/kpis?kpi=contacts.count&window=all").getInt("series[0].numerator") == 500);
    }

    static void assertInterval(Map<String, Object> figure, double low, double high) {
        var interval = (Map<?, ?>) figure.get("interval");
        assertThat(((Number) interval.get("low")).doubleValue()).isEqualTo(low, within(0.0001));
        assertThat(((Number) interval.get("high")).doubleValue()).isEqualTo(high, within(0.0001));
    }

    static JsonPath get(String path) {
        return given().header("Authorization", "Bearer survey-reads")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
