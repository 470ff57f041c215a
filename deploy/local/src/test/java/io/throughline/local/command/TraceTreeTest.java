package io.throughline.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.testkit.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTreeTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void showsEachStepBelowTheOneThatItCameFrom() {
        assertThat(TraceTree.lines(List.of(
                        span("3", "2", "journey-service", "poll contact.events", 40, 40, false),
                        span("2", "1", "intake-service", "send contact.events", 10, 35, true),
                        span("1", "", "intake-service", "POST /v1/events", 0, 50, false))))
                .containsExactly(
                        "Trace " + TRACE + ": 3 spans of 2 services, 50.0 ms, 1 failed",
                        "  BEGAN ms LONGEST ms  SERVICE AND STEP",
                        "       0.0       50.0  intake-service: POST /v1/events",
                        "      10.0       25.0  └─ intake-service: send contact.events  ERROR TimeoutException",
                        "      40.0        0.0     └─ journey-service: poll contact.events");
    }

    @Test
    void stepsThatAreAlikeAreOneLineAndSoAreThoseThatCameFromThem() {
        assertThat(TraceTree.lines(List.of(
                        span("1", "", "feedback-service", "poll cells", 0, 0, false),
                        span("2", "1", "feedback-service", "send kpis", 10, 15, false),
                        span("3", "1", "feedback-service", "send kpis", 12, 32, false),
                        span("4", "2", "routing-service", "kpis receive", 40, 40, false),
                        span("5", "3", "routing-service", "kpis receive", 41, 41, false),
                        span("6", "1", "feedback-service", "send revisions", 13, 14, false))))
                .endsWith(
                        "       0.0        0.0  feedback-service: poll cells",
                        "      10.0       20.0  ├─ feedback-service: send kpis × 2",
                        "      40.0        0.0  │  └─ routing-service: kpis receive × 2",
                        "      13.0        1.0  └─ feedback-service: send revisions");
    }

    @Test
    void followsALinkIntoAnotherTrace() {
        var linked = new ReceivedSpan(
                "journey-service",
                OTHER,
                "2",
                "9",
                "send contact.journeys",
                "PRODUCER",
                Map.of(),
                List.of(new ReceivedSpan.Link(TRACE, "1")),
                20_000_000,
                30_000_000,
                false);
        assertThat(TraceTree.lines(List.of(span("1", "", "journey-service", "poll customers", 0, 0, false), linked)))
                .endsWith("      20.0       10.0  └─ journey-service: send contact.journeys (in trace " + OTHER + ")");
    }

    private static ReceivedSpan span(
            String id, String parent, String service, String name, long startMillis, long endMillis, boolean failed) {
        return new ReceivedSpan(
                service,
                TRACE,
                id,
                parent,
                name,
                "INTERNAL",
                failed ? Map.of("error.type", "TimeoutException") : Map.of(),
                List.of(),
                startMillis * 1_000_000,
                endMillis * 1_000_000,
                failed);
    }
}
