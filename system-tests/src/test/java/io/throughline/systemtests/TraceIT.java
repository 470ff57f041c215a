package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.otlp.OtlpReceiver;
import io.throughline.testkit.otlp.ReceivedSpan;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace runs from the HTTP request through every service to the KPI record. */
@ExtendWith(SharedStack.class)
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDERS_SPAN = "00f067aa0ba902b7";

    private final RunningStack stack;
    private final OtlpReceiver receiver;

    TraceIT(RunningStack stack, OtlpReceiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
    }

    /** Both events belong to one journey: whichever publication it is of, it is found by the trace of either. */
    @Test
    void theIdThatAnAnswerGivesFindsAllThatTheEventDid() {
        var begun = Instant.now().minusSeconds(600);
        var data = "\"channel\":\"chat\",\"identifiers\":[{\"type\":\"phone\",\"value\":\"+85281000010\"}]";
        var first = send(event("found", "started", begun, data), "1".repeat(31) + "a");
        var second = send(
                event("found", "ended", begun.plusSeconds(60), "\"endedBy\":\"agent\",\"outcome\":\"resolved\""),
                "1".repeat(31) + "b");

        for (var id : List.of(first, second)) {
            await().alias(id).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(receiver.way(id).stream()
                            .map(span -> span.service() + ": " + span.name())
                            .distinct())
                    .contains(
                            "intake-service: POST /v1/events",
                            "intake-service: send contact.events",
                            "journey-service: poll contact.events",
                            "journey-service: send journey.messages-5",
                            "journey-service: poll journey.messages-5",
                            "journey-service: send contact.journeys",
                            "journey-service: contact.journeys receive",
                            "feedback-service: poll contact.journeys",
                            "feedback-service: contact.journeys receive",
                            "feedback-service: send feedback.kpis",
                            "feedback-service: send feedback.kpi-revisions",
                            "feedback-service: feedback.kpis receive",
                            "routing-service: contact.journeys receive",
                            "routing-service: feedback.kpis receive"));
        }
    }

    /** The trace id that the answer gives. */
    private String send(String event, String traceId) {
        var answer = post(event, traceId);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("X-Trace-Id").orElseThrow();
    }

    @Test
    void anEventIsFollowedFromItsRequestToTheKpi() {
        var answer = post(contact(), TRACE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        var kpis = "producer of " + Topics.FEEDBACK_KPIS.name();
        await().alias(kpis).atMost(Duration.ofSeconds(60)).until(() -> kpiSpan(receiver.spans(TRACE)) != null);
        // Parents are exported after their children.
        await().alias("the request's own span")
                .atMost(Duration.ofSeconds(30))
                .until(() -> road().getLast().parentSpanId().equals(SENDERS_SPAN));

        assertThat(road().stream().map(ReceivedSpan::service).distinct())
                .as("%s", receiver.spans(TRACE))
                .containsExactly("feedback-service", "journey-service", "intake-service");
        assertThat(road().getFirst().kind()).isEqualTo("PRODUCER");
        assertThat(road().getLast().kind()).isEqualTo("SERVER");
    }

    private HttpResponse<String> post(String lines, String traceId) {
        return Http.send(
                "POST",
                stack.address() + "/v1/events",
                lines.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-ndjson",
                "Authorization",
                "Bearer " + Tenant.TRACE.token(),
                "traceparent",
                "00-" + traceId + "-" + SENDERS_SPAN + "-01");
    }

    /** From the KPI record's span to the first one, each the parent of the one before. */
    private List<ReceivedSpan> road() {
        var spans = receiver.spans(TRACE);
        Map<String, ReceivedSpan> byId = spans.stream()
                .collect(Collectors.toMap(ReceivedSpan::spanId, Function.identity(), (one, again) -> one));
        var road = new ArrayList<ReceivedSpan>();
        for (var span = kpiSpan(spans); span != null; span = byId.get(span.parentSpanId())) {
            road.add(span);
        }
        return road;
    }

    private static ReceivedSpan kpiSpan(List<ReceivedSpan> spans) {
        return spans.stream()
                .filter(span -> span.kind().equals("PRODUCER"))
                .filter(span ->
                        Topics.FEEDBACK_KPIS.name().equals(span.attributes().get("messaging.destination.name")))
                .findFirst()
                .orElse(null);
    }

    private static String contact() {
        var begun = Instant.now().minusSeconds(600);
        return event(
                        "traced",
                        "started",
                        begun,
                        "\"channel\":\"phone\",\"identifiers\":[{\"type\":\"phone\",\"value\":\"+85281000009\"}]")
                + "\n"
                + event("traced", "ended", begun.plusSeconds(300), "\"endedBy\":\"agent\",\"outcome\":\"resolved\"");
    }

    private static String event(String contact, String name, Instant at, String data) {
        return """
                {"specversion":"1.0","id":"%4$s-%1$s","source":"/test","type":"io.throughline.contact.%1$s",\
                "time":"%2$s","subject":"%4$s","datacontenttype":"application/json","data":{%3$s}}"""
                .formatted(name, at, data, contact);
    }
}
