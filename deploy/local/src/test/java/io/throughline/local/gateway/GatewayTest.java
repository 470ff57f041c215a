package io.throughline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.contracts.json.ContractJson;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final int journeyPort = FreePort.find();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer intake;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        intake = echo(0);
        int intakePort = intake.getAddress().getPort();
        gateway = Gateway.start(0, Map.of("intake", intakePort, "journey", journeyPort, "feedback", intakePort));
    }

    @AfterEach
    void stop() {
        gateway.close();
        intake.stop(0);
        client.close();
    }

    @Test
    void passesMethodPathQueryHeadersAndBodyOn() throws Exception {
        var answer = client.send(
                request("/v1/events?a=%20b")
                        .header("traceparent", TRACEPARENT)
                        .header("Authorization", "Bearer secret")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"é\":1}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(answer.headers().firstValue("X-Trace-Id")).contains("abc");
        var seen = ContractJson.STRICT.readTree(answer.body());
        assertThat(text(seen, "method")).isEqualTo("POST");
        assertThat(text(seen, "uri")).isEqualTo("/v1/events?a=%20b");
        assertThat(text(seen, "traceparent")).isEqualTo(TRACEPARENT);
        assertThat(text(seen, "authorization")).isEqualTo("Bearer secret");
        assertThat(text(seen, "body")).isEqualTo("{\"é\":1}");
    }

    @Test
    void addsNoTraceparentOfItsOwn() throws Exception {
        assertThat(text(json(get("/v1/events")), "traceparent")).isEmpty();
    }

    @Test
    void takesThePrefixOfAServiceAway() throws Exception {
        assertThat(text(json(get("/services/intake/q/openapi?x=1")), "uri")).isEqualTo("/q/openapi?x=1");
    }

    @Test
    void metricsAreNotToBeHadHere() throws Exception {
        assertThat(get("/services/intake/q/metrics").statusCode()).isEqualTo(404);
        assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void passesALargeBodyOnWhole() throws Exception {
        var body = "x".repeat(10 << 20);
        var answer = client.send(
                request("/v1/events")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(text(json(answer), "body")).hasSize(10 << 20);
    }

    @Test
    void aServiceThatIsDownIs503UntilItIsBack() throws Exception {
        var down = get("/v1/journeys/j_1");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.headers().firstValue("Retry-After")).contains("2");
        assertThat(down.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(text(json(down), "type")).isEqualTo("urn:throughline:problem:unavailable");
        assertThat(text(json(down), "detail")).contains("journey-service");
        assertThat(json(down).path("status").asInt()).isEqualTo(503);

        assertThat(get("/v1/events").statusCode()).isEqualTo(207);

        var journey = echo(journeyPort);
        try {
            assertThat(text(json(get("/v1/journeys/j_1")), "uri")).isEqualTo("/v1/journeys/j_1");
        } finally {
            journey.stop(0);
        }
    }

    @Test
    void aServiceThatBreaksOffIs503() throws Exception {
        intake.createContext("/v1/events/broken", HttpExchange::close);
        assertThat(get("/v1/events/broken").statusCode()).isEqualTo(503);
    }

    @Test
    void knowsItsOwnReadinessAndNoOtherServices() throws Exception {
        assertThat(get("/services/platform/q/health/ready").statusCode()).isEqualTo(200);
        var unknown = get("/services/nobody/q/health");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(json(unknown), "type")).isEqualTo("urn:throughline:problem:not-found");
    }

    /** A server that answers 207 with what it saw. */
    private static HttpServer echo(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                var seen = ContractJson.STRICT.writeValueAsBytes(Map.of(
                        "method", exchange.getRequestMethod(),
                        "uri", exchange.getRequestURI().toString(),
                        "traceparent",
                                headers.getOrDefault("traceparent", java.util.List.of(""))
                                        .getFirst(),
                        "authorization",
                                headers.getOrDefault("Authorization", java.util.List.of(""))
                                        .getFirst(),
                        "body",
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8)));
                exchange.getResponseHeaders().set("X-Trace-Id", "abc");
                exchange.sendResponseHeaders(207, seen.length);
                exchange.getResponseBody().write(seen);
            }
        });
        server.start();
        return server;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return ContractJson.STRICT.readTree(answer.body());
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }
}
