package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.AcmeWorld.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of switches and flows, about {@link AcmeWorld}. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class SwitchReportsTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheWorldOnce() throws Exception {
        AcmeWorld.publishOnce(clock);
    }

    @Test
    void reportsForcedSwitchesBesideThePublishedFigure() {
        get("/v1/reports/forced-switches")
                .body("published[0].value", equalTo(0.6f))
                .body("live.strict.window", equalTo("all"))
                .body("live.strict.series[0].value", equalTo(1.0f))
                .body("live.strict.series[0].small", equalTo(true))
                .body("live.switchRate.series[0].denominator", equalTo(1));
        get("/v1/reports/forced-switch-risk")
                .body("published[0].caution", containsString("2.5"))
                .body("live.counts.forcedDissatisfied", equalTo(1))
                .body("live.counts.forced", equalTo(1))
                .body("live.counts.otherDissatisfied", equalTo(0))
                .body("live.counts.other", equalTo(2))
                .body("live.relativeRisk.series[0].value", nullValue());
        get("/v1/reports/first-contact-resolution?to=2026-11-02&filter=market:HK")
                .body("live.total.series[0].numerator", equalTo(2))
                .body("live.total.series[0].denominator", equalTo(4))
                .body("live.byMarket.series", hasSize(1));
    }

    @Test
    void reportsTheFlowBetweenChannels() {
        get("/v1/reports/channel-flow")
                .body("live.flow.entry[0].channel", equalTo("phone"))
                .body("live.flow.entry[0].issues", equalTo(3))
                .body("live.flow.entry[0].share", equalTo(0.6f))
                .body("live.flow.exit[0].issues", equalTo(4))
                .body("live.flow.switches", hasSize(1))
                .body("live.flow.switches[0].from", equalTo("chatbot"))
                .body("live.flow.left.find { it.channel == 'chatbot' }.share", equalTo(1.0f))
                .body("live.flow.left.find { it.channel == 'phone' }.share", equalTo(0.0f));
    }

    @Test
    void namesTheReportsThereAre() {
        given().header("Authorization", "Bearer acme-reads")
                .get("/v1/reports/everything")
                .then()
                .statusCode(404)
                .body("detail", containsString("forced-switch-risk, label-sensitivity"));
    }
}
