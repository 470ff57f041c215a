package io.throughline.intake;

import static io.throughline.intake.http.Requests.plain;
import static io.throughline.intake.http.Requests.sending;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class MetricsTest {

    @Test
    void countsWhatComesIn() {
        double accepted = count("throughline_intake_events_accepted_total");
        double rejected = count("throughline_intake_events_rejected_total");
        double missing = count("throughline_intake_problems_total{kind=\"missing\",}");
        double unknown = count("throughline_intake_events_unknown_type_total");
        double dropped = count("throughline_intake_identifiers_dropped_total{type=\"phone\",}");

        sending("application/cloudevents-batch+json")
                .body("[%s,%s,%s,{}]"
                        .formatted(
                                event("contact.started", "anonymous"),
                                event("contact.started", "2345 6789"),
                                event("contact.teleported", "2345 6789")))
                .post("/v1/events")
                .then()
                .statusCode(207);

        assertThat(count("throughline_intake_events_accepted_total") - accepted).isEqualTo(3);
        assertThat(count("throughline_intake_events_rejected_total") - rejected).isEqualTo(1);
        // An empty object lacks specversion, id, source, type, time and subject.
        assertThat(count("throughline_intake_problems_total{kind=\"missing\",}") - missing)
                .isEqualTo(6);
        assertThat(count("throughline_intake_events_unknown_type_total") - unknown)
                .isEqualTo(1);
        assertThat(count("throughline_intake_identifiers_dropped_total{type=\"phone\",}") - dropped)
                .isEqualTo(1);
    }

    @Test
    void countsWebhookMessagesByPlatformAndTypeButNeverByWordsOfTheSender() {
        plain().header("X-Api-Key", "connect-secret-of-the-test")
                .contentType("application/json")
                .body("{\"detail-type\": \"Something that a sender made up\"}")
                .post("/v1/webhooks/amazon-connect/hk")
                .then()
                .statusCode(200);

        assertThat(count("throughline_intake_webhook_messages_total{platform=\"amazon-connect\",type=\"other\",}"))
                .isPositive();
        assertThat(metrics()).doesNotContain("made up");
    }

    private static String event(String type, String phone) {
        return """
                {"specversion":"1.0","id":"m-%d","source":"/test","type":"io.throughline.%s","time":"%s","subject":"c",
                 "data":{"channel":"phone","identifiers":[{"type":"phone","value":"%s"}]}}"""
                .formatted(System.nanoTime(), type, Instant.now(), phone);
    }

    private static double count(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String metrics() {
        return plain().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
