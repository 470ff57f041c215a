package io.throughline.intake.lookup;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers as journey-service does on the one path that intake asks. With journey-service itself the system tests try it;
 * here it would be a second Quarkus application.
 */
public class JourneyStub implements QuarkusTestResourceLifecycleManager {

    static final String PATH = "/internal/identifiers/phone/AVFjbIbCf5dnWdUEaZK6hw";
    static final String BROKEN = "/internal/identifiers/customerId/dEDDtYbTmnNREp-wQiuQAx";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", exchange -> {
            var known = exchange.getRequestURI().getPath().equals(PATH)
                    && "Bearer test-read".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var broken = exchange.getRequestURI().getPath().equals(BROKEN);
            var body = (known ? "{\"customerId\":\"c_1\"}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : broken ? 503 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return Map.of(
                "throughline.journey.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
