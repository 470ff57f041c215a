package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.testkit.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans, metrics and logs of every service leave by OTLP under the same names; on the console logs are JSON. */
@ExtendWith(SharedStack.class)
class TelemetryIT {

    private static final String TRACE = "6df92f3577b34da6a3ce929d0e0e4731";
    private static final String SECRET = "a-secret-that-nobody-logs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WHO =
            List.of("service.name", "service.version", "service.instance.id", "deployment.environment.name");

    private final RunningStack stack;
    private final OtlpReceiver receiver;

    TelemetryIT(RunningStack stack, OtlpReceiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
    }

    /** A request to each service, as part of one trace; intake logs a line within it. An event goes through them all. */
    @BeforeEach
    void ask() {
        send(
                "intake",
                "POST",
                "/v1/events",
                """
                {"specversion":"1.0","id":"1","source":"/chat/telemetry","subject":"chat-1","time":"%s",
                 "type":"io.throughline.contact.started","data":{"channel":"chat"}}"""
                        .formatted(Instant.now()));
        send(
                "intake",
                "POST",
                "/v1/connections",
                """
                {"platform":"zendesk","name":"telemetry","secret":"%s"}""".formatted(SECRET));
        send("intake", "DELETE", "/v1/connections/zendesk/telemetry", "");
        send("journey", "GET", "/v1/journeys", "");
        // Arrow needs a package of the JVM opened and reads memory by what newer ones warn of: neither is to be seen.
        var table = send("feedback", "GET", "/v1/kpis?kpi=contacts.count&format=arrow", "");
        assertThat(table.statusCode()).as(table.body()).isEqualTo(200);
        send("routing", "POST", "/v1/routes", "{}");
    }

    @Test
    void allSayAlikeWhoSendsThem() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var alike = senders("traces");
            alike.retainAll(senders("metrics"));
            alike.retainAll(senders("logs"));
            // A service that another test has started again was another instance then.
            assertThat(alike.stream().map(who -> who.get("service.name")).distinct())
                    .containsExactlyInAnyOrder(
                            "intake-service", "journey-service", "feedback-service", "routing-service");
            assertThat(alike).allSatisfy(who -> assertThat(who)
                    .containsEntry("deployment.environment.name", "local")
                    .containsEntry("service.version", "1.0.0-SNAPSHOT"));
        });
        await().atMost(PATIENCE).until(() -> receiver.metrics()
                .containsAll(List.of(
                        "http.server.request.duration",
                        "throughline.kafka.consumer.lag",
                        "throughline.streams.running",
                        "throughline.sink.records")));
    }

    /** Those that say all four things. */
    private Set<Map<String, String>> senders(String signal) {
        return receiver.resources(signal).stream()
                .filter(resource -> resource.keySet().containsAll(WHO))
                .map(resource -> WHO.stream().collect(Collectors.toMap(name -> name, resource::get)))
                .collect(Collectors.toSet());
    }

    @Test
    void aLogRecordBelongsToItsTrace() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.logs())
                .anyMatch(log -> log.startsWith(TRACE) && log.contains("telemetry was made")));
        assertThat(receiver.logs()).noneMatch(log -> log.contains(SECRET) || log.contains(Tenant.TRACE.token()));
    }

    @Test
    void theConsoleIsJsonLineByLine() throws IOException {
        for (var service : MetricsIT.SERVICES) {
            var lines = lines(service);
            assertThat(lines).as(service).isNotEmpty().allSatisfy(line -> assertThat(line.fieldNames())
                    .toIterable()
                    .contains("timestamp", "level", "loggerName", "message"));
        }
        assertThat(lines("intake"))
                .anyMatch(line -> line.path("message").asText().endsWith("telemetry was made")
                        && line.at("/mdc/traceId").asText().equals(TRACE)
                        && !line.at("/mdc/spanId").asText().isEmpty());
    }

    private List<JsonNode> lines(String service) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(stack.logs().resolve(service + ".log"))) {
            lines.add(ContractJson.MAPPER.readTree(line));
        }
        return lines;
    }

    private HttpResponse<String> send(String service, String method, String path, String body) {
        return Http.send(
                method,
                stack.addressOf(service) + path,
                body.getBytes(UTF_8),
                "Authorization",
                "Bearer " + Tenant.TRACE.token(),
                "Content-Type",
                "application/json",
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");
    }
}
