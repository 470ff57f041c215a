package io.throughline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Pause;
import io.throughline.local.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /**
     * The local stack with a tenant's token.
     *
     * @throws Failure when there is none
     */
    public static Api local(Home home, String tenant) {
        var token = Credentials.load(home).tokens().get(tenant);
        if (token == null) {
            throw new Failure("credentials.json has no token for the tenant " + tenant
                    + ": add one and start again, or name another tenant.");
        }
        return new Api(Ports.load(home).address(), token);
    }

    /** An answer: its status and its body as JSON; a body that is none is an empty node. */
    public record Answer(int status, JsonNode body) {

        /** What a problem answer says, for people. */
        public String problem() {
            var detail = body.path("detail").asText(body.path("title").asText("no reason given"));
            var remedy = body.path("remedy").asText("");
            return "HTTP " + status + ", " + detail + (remedy.isEmpty() ? "" : " " + remedy);
        }

        /** The same with a line for each of several errors. */
        String problems() {
            var text = new StringBuilder(problem());
            body.path("errors").forEach(error -> text.append("\n  ")
                    .append(error.path("field").asText())
                    .append(": ")
                    .append(error.path("detail").asText())
                    .append(' ')
                    .append(error.path("remedy").asText()));
            return text.toString();
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

    /**
     * A POST that is answered line by line, each line a JSON object.
     *
     * @param line is given each line as it comes
     * @throws Failure when it is not answered 200
     */
    public void postForLines(String path, String contentType, byte[] body, Consumer<JsonNode> line) {
        var request = request(path)
                .header("Content-Type", contentType)
                .setHeader("Accept", "application/x-ndjson, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var response = exchange(request, HttpResponse.BodyHandlers.ofLines());
        try (var lines = response.body()) {
            if (response.statusCode() != 200) {
                var problem = json(lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
                throw new Failure(new Answer(response.statusCode(), problem).problems());
            }
            lines.forEach(text -> line.accept(json(text.getBytes(StandardCharsets.UTF_8))));
        } catch (UncheckedIOException e) {
            throw new Failure("The answer broke off: see ./throughline logs journey", e);
        }
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
            var response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean later = response.statusCode() == 429 || response.statusCode() == 503;
            if (!later || System.nanoTime() > giveUp) {
                return new Answer(response.statusCode(), json(response.body()));
            }
            Pause.of(retryAfter(response));
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
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
