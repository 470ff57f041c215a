package io.throughline.intake.publish;

import static io.throughline.intake.http.Requests.sending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class TracingTest {

    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final String PLATFORMS_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PLATFORMS_SPAN = "b7ad6b7169203331";

    @Inject
    Spans spans;

    @Test
    void oneTraceRunsFromTheCallersRequestIntoTheRecord() {
        var id = UUID.randomUUID().toString();
        // A trace of this test's own, or runs would mix.
        var trace = CALLERS_TRACE.substring(0, 20) + id.replace("-", "").substring(0, 12);
        sending("application/cloudevents+json")
                .header("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01")
                .body(started(id, "00-" + PLATFORMS_TRACE + "-" + PLATFORMS_SPAN + "-01"))
                .post("/v1/events")
                .then()
                .statusCode(202)
                .header("X-Trace-Id", trace);

        await().atMost(5, SECONDS).until(() -> spans.of(trace).size() >= 2);
        var server = only(trace, SpanKind.SERVER);
        var producer = only(trace, SpanKind.PRODUCER);
        assertThat(server.getParentSpanId()).isEqualTo(CALLERS_SPAN);
        assertThat(producer.getName()).isEqualTo("send contact.events");
        assertThat(producer.getParentSpanId()).isEqualTo(server.getSpanId());
        assertThat(traceparentOfRecord(id)).isEqualTo("00-" + trace + "-" + producer.getSpanId() + "-01");
        // What the platform said of its own trace is linked, and stays in the event.
        assertThat(producer.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getSpanContext().getTraceId()).isEqualTo(PLATFORMS_TRACE);
            assertThat(link.getSpanContext().getSpanId()).isEqualTo(PLATFORMS_SPAN);
        });
        assertThat(KafkaRecords.only(Topics.CONTACT_EVENTS, id)
                        .at("/traceparent")
                        .asText())
                .contains(PLATFORMS_TRACE);
    }

    @Test
    void noSpanHoldsARawIdentifier() {
        var id = UUID.randomUUID().toString();
        var trace = CALLERS_TRACE.substring(0, 20) + id.replace("-", "").substring(0, 12);
        sending("application/cloudevents+json")
                .header("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01")
                .body(started(id, ""))
                .post("/v1/events")
                .then()
                .statusCode(202);

        await().atMost(5, SECONDS).until(() -> spans.of(trace).size() >= 2);
        assertThat(spans.of(trace)).allSatisfy(span -> assertThat(
                        (span.getName() + span.getAttributes() + span.getEvents()).toLowerCase(Locale.ROOT))
                .doesNotContain("2345")
                .doesNotContain("test-send"));
    }

    private SpanData only(String trace, SpanKind kind) {
        return spans.of(trace).stream()
                .filter(span -> span.getKind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two " + kind + " spans");
                })
                .orElseThrow();
    }

    private static String traceparentOfRecord(String id) {
        var kafkaRecord = KafkaRecords.all(Topics.CONTACT_EVENTS).stream()
                .filter(each -> new String(each.value(), UTF_8).contains(id))
                .findFirst()
                .orElseThrow();
        return new String(kafkaRecord.headers().lastHeader("traceparent").value(), UTF_8);
    }

    private static String started(String id, String traceparent) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.started","time":"%s",
                 "subject":"c","traceparent":"%s","data":{"channel":"phone",
                 "identifiers":[{"type":"phone","value":"2345 6789"}]}}"""
                .formatted(id, Instant.now(), traceparent);
    }
}
