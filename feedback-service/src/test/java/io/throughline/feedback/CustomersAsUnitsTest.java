package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.throughline.testkit.journey.SampleJourney;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is counted when it is asked for takes customers as independent. The world of these tests: on 1 November in Hong Kong
 * Ada calls three times (scores 5, 4, 5), Bo twice (2, 1), Cy (4) and Di (3) once each; two more write, once each.
 */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class CustomersAsUnitsTest {

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
                    rated("phone", "ada", 1, 5),
                    rated("phone", "ada", 2, 4),
                    rated("phone", "ada", 3, 5),
                    rated("phone", "bo", 1, 2),
                    rated("phone", "bo", 2, 1),
                    rated("phone", "cy", 1, 4),
                    rated("phone", "di", 1, 3),
                    rated("email", "el", 1, 5),
                    rated("email", "flo", 1, 2));
        }
        for (String window : List.of("all", "P1D")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> get("csat.mean", "window=" + window).getList("series.denominator"),
                            List.of(9)::equals);
        }
    }

    private static SampleJourney rated(String channel, String customer, int hour, int score) {
        return journey(customer + hour)
                .tenant("regulars")
                .customer(customer)
                .contact(on(channel).at(START.plusSeconds(3600L * hour)).csat(score));
    }

    @Test
    void widensAShareByHowAlikeTheCasesOfACustomerAre() {
        var top = get("csat.top2", "window=all&filter=channel:phone");

        // y/m: 3/3, 0/2, 1/1, 0/1; R = 4/7. Residuals in sevenths: 9, -8, 3, -4.
        // Variance (81 + 64 + 9 + 16) / 7^4. As many cases as vary so: (4/7 · 3/7) / (170 / 2401) = 588/170 = 3.46.
        // Wilson's interval of 4/7 for these.
        assertThat(top.getDouble("series[0].value")).isEqualTo(4 / 7.0, within(1e-7));
        assertThat(top.getInt("series[0].numerator")).isEqualTo(4);
        assertThat(top.getInt("series[0].denominator")).isEqualTo(7);
        assertThat(top.getDouble("series[0].interval.low")).isEqualTo(0.172900, within(1e-6));
        assertThat(top.getDouble("series[0].interval.high")).isEqualTo(0.894785, within(1e-6));
        assertThat(top.getString("series[0].interval.method")).isEqualTo("wilson-by-customer");
        assertThat(top.getString("series[0].interval.independent")).isEqualTo("customers");
    }

    @Test
    void widensAMeanToo() {
        var mean = get("csat.mean", "window=all&filter=channel:phone");

        // y/m: 14/3, 3/2, 4/1, 3/1; R = 24/7. Residuals in sevenths: 26, -27, 4, -3; variance 1430 / 7^4, times 4/3.
        // Student's
        // t with 3 degrees of freedom 3.182446.
        double reach = 3.182446 * Math.sqrt(1430 / 2401.0 * 4 / 3);
        assertThat(mean.getDouble("series[0].value")).isEqualTo(24 / 7.0, within(1e-6));
        assertThat(mean.getInt("series[0].numerator")).isEqualTo(24);
        assertThat(mean.getDouble("series[0].interval.low")).isEqualTo(24 / 7.0 - reach, within(1e-5));
        assertThat(mean.getDouble("series[0].interval.high")).isEqualTo(24 / 7.0 + reach, within(1e-5));
        assertThat(mean.getString("series[0].interval.method")).isEqualTo("t-by-customer");
        assertThat(mean.getString("series[0].interval.independent")).isEqualTo("customers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csat.top2", "csat.mean", "fcr.gross:w7d"})
    void agreesWithWhatIsPublishedWhereEachCustomerHasOneCase(String kpi) {
        // Singapore's days are Hong Kong's, but no tenant's here, so its values are not published.
        var counted = get(kpi, "groupBy=channel&zone=Asia/Singapore");
        var published = get(kpi, "groupBy=channel&zone=Asia/Hong_Kong");

        assertThat(counted.getString("series[0].dimensions.channel")).isEqualTo("email");
        assertThat(counted.getString("series[0].interval.independent")).isEqualTo("customers");
        assertThat(published.getString("series[0].interval.independent")).isEqualTo("cases");
        for (String bound : List.of("value", "interval.low", "interval.high")) {
            assertThat(counted.getDouble("series[0]." + bound))
                    .isEqualTo(published.getDouble("series[0]." + bound), within(1e-6));
        }
        // The phone's callers come again: their interval says less, not more.
        assertThat(width(counted)).isGreaterThan(width(published));
    }

    private static double width(JsonPath answer) {
        return answer.getDouble("series[1].interval.high") - answer.getDouble("series[1].interval.low");
    }

    private static JsonPath get(String kpi, String question) {
        return given().header("Authorization", "Bearer regulars-reads")
                .get("/v1/kpis?kpi=" + kpi + "&" + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
