package io.throughline.local.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.client.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Executors;

/** Answers as intake does, and keeps what it accepted; the real one is tried in system-tests. */
final class FakeIntake implements AutoCloseable {

    /** Ids of the accepted events, in order of arrival, repeats included. */
    final List<String> accepted = Collections.synchronizedList(new ArrayList<>());

    /** How many requests are answered; the others are turned away. */
    volatile int patience = Integer.MAX_VALUE;
    /** How long each answer takes, in milliseconds. */
    volatile int pause;
    /** An event with this text in it is refused. */
    volatile String refuse = "no such text";

    volatile int requests;
    volatile boolean alwaysBackfill = true;

    private final HttpServer server;

    FakeIntake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::take);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Api api() {
        return new Api(address(), "token");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            alwaysBackfill &= "true".equals(exchange.getRequestHeaders().getFirst("Throughline-Backfill"));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests++;
            if (requests > patience) {
                answer(exchange, 403, "{\"detail\":\"not any more\"}");
                return;
            }
            sleep();
            answer(exchange, 207, judge(body.lines().toList()));
        }
    }

    private String judge(List<String> lines) throws IOException {
        var rejected = new StringJoiner(",");
        int good = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode event = ContractJson.MAPPER.readTree(lines.get(i));
            var id = event.path("id").asText();
            if (lines.get(i).contains(refuse)) {
                rejected.add(
                        "{\"index\":%d,\"id\":\"%s\",\"field\":\"time\",\"reason\":\"is odd\",\"remedy\":\"even it\"}"
                                .formatted(i, id));
            } else {
                accepted.add(id);
                good++;
            }
        }
        return "{\"accepted\":" + good + ",\"duplicates\":0,\"rejected\":[" + rejected + "]}";
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
