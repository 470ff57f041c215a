package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.stack.StackResource;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page is made of and asks for that is no KPI: on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class PageTest {

    @Test
    void thePageIsOpenAndStrict() {
        var page = given().get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        var script = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"")
                .matcher(page.extract().asString());

        assertThat(script.find()).isTrue();
        given().get(script.group(1)).then().statusCode(200).header("Content-Encoding", "gzip");
        given().get("/v1/freshness").then().statusCode(401);
        given().get("/v1/moved").then().statusCode(401);
    }

    @Test
    void tellsWhereIssuesWentAndWhatMoved() throws Exception {
        try (var topic = new JourneyTopic()) {
            topic.publish(
                    journey("page-1")
                            .tenant("page")
                            .contact(on("chatbot"))
                            .contact(on("phone").at(START.plusSeconds(3600)))
                            .switched(Verdict.FORCED, Strength.P),
                    journey("page-2").tenant("page").contact(on("phone")));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> get("/v1/moved?kpi=journeys.count&since=2020-01-01")
                .body("values", hasSize(1))
                .body("values[0].start", equalTo("2026-11-01T00:00:00+08:00"))
                .body("values[0].newValue", equalTo(2.0f))
                .body("values[0].denominatorChange", equalTo(2))
                .body("values[0].entries", greaterThanOrEqualTo(1)));

        get("/v1/reports/channel-flow")
                .body("live.flow.paths.find { it.entry == 'chatbot' }.exit", equalTo("phone"))
                .body("live.flow.paths.find { it.entry == 'chatbot' }.forced", equalTo(1))
                .body("live.flow.paths.find { it.entry == 'phone' }.forced", equalTo(0))
                .body("live.flow.switches[0].forced", equalTo(1));
        get("/v1/freshness").body("zone", equalTo("Asia/Hong_Kong")).body("asOf", containsString("2026-11-01T"));
        get("/v1/moved?kpi=journeys.count&since=2100-01-01").body("values", hasSize(0));
    }

    @Test
    void refusesABadQuestion() {
        given().auth()
                .oauth2("page-reads")
                .get("/v1/moved?kpi=journeys.count")
                .then()
                .statusCode(400)
                .body("field", equalTo("since"));
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2("page-reads").get(path).then().statusCode(200);
    }
}
