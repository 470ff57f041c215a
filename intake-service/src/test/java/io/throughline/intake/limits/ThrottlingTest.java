package io.throughline.intake.limits;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThrottlingTest.OneASecond.class)
@WithTestResource(StackResource.class)
class ThrottlingTest {

    public static final class OneASecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("throughline.intake.rates.acme", "1");
        }
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeAgainAndNobodyElseIs() {
        Response answer = send("test-send", 30);
        assertThat(answer.statusCode()).isEqualTo(202);

        // 30 events where 10 were there: for some 20 s there is nothing.
        answer = send("test-send", 1);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(15, 21);
        assertThat(plain().header("X-Api-Key", "connect-secret-of-the-test")
                        .contentType("application/json")
                        .body("{\"detail-type\": \"Something New\"}")
                        .post("/v1/webhooks/amazon-connect/hk")
                        .statusCode())
                .isEqualTo(429);
        assertThat(send("test-other", 30).statusCode()).isEqualTo(202);
        assertThat(plain().get("/q/metrics").asString()).contains("throughline_intake_throttled_total 2.0");
    }

    private static Response send(String token, int events) {
        var lines = new StringBuilder();
        for (int i = 0; i < events; i++) {
            lines.append(
                    """
                    {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.queued",\
                    "time":"%s","subject":"c","data":{}}
                    """
                            .formatted(UUID.randomUUID(), Instant.now()));
        }
        return as(token)
                .contentType("application/x-ndjson")
                .body(lines.toString())
                .post("/v1/events");
    }
}
