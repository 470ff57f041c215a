package io.throughline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Pause;
import io.throughline.local.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP calls to a stack through its one address, with an access token. */
public final class Api implements AutoCloseable {

    private static final Duration CALL_PATIENCE = Duration.ofSeconds(60);
    /** How long an answer 429 or 503 is met with another try: a service may be starting again. */
    private static final Duration RETRY_PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String token;

    /**
     * @param address such as {@code http://127.0.0.1:8080}
     * @param token access token
     */
    public Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** The local stack with the development token. */
    public static Api local(Home home) {
        return new Api(Ports.load(home).address(), Credentials.load(home).token());
    }

    /** An answer: its status and its body as JSON; a body that is none is an empty node. */
    public record Answer(int status, JsonNode body) {

        /** What a problem answer says, for people. */
        public String problem() {
            var detail = body.path("detail").asText(body.path("title").asText("no reason given"));
            var remedy = body.path("remedy").asText("");
            return "HTTP " + status + ", " + detail + (remedy.isEmpty() ? "" : " " + remedy);
        }
    }

    /** The body of a GET that must succeed. */
    public JsonNode get(String pathAndQuery) {
        var answer = tryGet(pathAndQuery);
        if (answer.status() != 200) {
            throw new Failure("GET " + pathAndQuery + " failed: " + answer.problem());
        }
        return answer.body();
    }

    /** A GET whose failure the caller handles. */
    public Answer tryGet(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    /** A POST. Further headers are name, value, name, value. */
    public Answer post(String path, String contentType, byte[] body, String... headers) {
        var request =
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address + pathAndQuery))
                .timeout(CALL_PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        long giveUp = System.nanoTime() + RETRY_PATIENCE.toNanos();
        while (true) {
            var response = exchange(request);
            boolean later = response.statusCode() == 429 || response.statusCode() == 503;
            if (!later || System.nanoTime() > giveUp) {
                return new Answer(response.statusCode(), json(response.body()));
            }
            Pause.of(retryAfter(response));
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Failure(
                    "No answer from " + address + " (" + e.getClass().getSimpleName()
                            + "): start the stack with ./throughline up, or see ./throughline status",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        long seconds = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,3}"))
                .map(Long::parseLong)
                .orElse(1L);
        return Duration.ofSeconds(Math.min(seconds, 10));
    }

    private static JsonNode json(byte[] body) {
        try {
            return ContractJson.MAPPER.readTree(body);
        } catch (IOException e) {
            return ContractJson.MAPPER.createObjectNode();
        }
    }
}
