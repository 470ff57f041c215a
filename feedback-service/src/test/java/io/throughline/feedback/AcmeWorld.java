package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** On 1 November in Hong Kong five contacts in four issues, on 2 November one; another tenant has one of its own. */
final class AcmeWorld {

    private static final Instant NEXT_DAY = START.plus(Duration.ofDays(1));

    private static boolean published;

    private AcmeWorld() {}

    /** Publishes it unless a test before did, and waits until it is counted. */
    static void publishOnce(MovableClock clock) throws Exception {
        clock.moveTo(Instant.parse("2026-11-03T00:00:00Z"));
        if (published) {
            return;
        }
        published = true;
        try (var topic = new JourneyTopic()) {
            topic.publish(
                    journey("j1")
                            .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                            .contact(on("phone").at(START.plusSeconds(3600)).csat(2))
                            .switched(Verdict.FORCED, Strength.P)
                            .resolved(START.plusSeconds(4200)),
                    journey("j2").contact(on("phone").csat(5)).resolved(START),
                    journey("j3").contact(on("phone").csat(4)),
                    journey("j4")
                            .contact(on("email").outcome(Outcome.UNRESOLVED).market("SG")),
                    journey("j5").contact(on("phone").at(NEXT_DAY)),
                    journey("j1").tenant("other"));
        }
        awaitValue("acme-reads", "kpi=contacts.count&window=all", 6);
        awaitValue("other-reads", "kpi=contacts.count&window=all", 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("/v1/kpis?kpi=contacts.count")
                .body("series.numerator", equalTo(List.of(5, 1))));
    }

    private static void awaitValue(String token, String question, double value) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> authorised(token)
                .get("/v1/kpis?" + question)
                .then()
                .statusCode(200)
                .body("series[0].value", equalTo((float) value)));
    }

    static ValidatableResponse get(String path) {
        return authorised("acme-reads").get(path).then().statusCode(200);
    }

    static RequestSpecification authorised(String token) {
        return given().header("Authorization", "Bearer " + token).urlEncodingEnabled(false);
    }
}
