package io.throughline.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.local.client.Api;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KpiValuesTest {

    private HttpServer server;
    private String query = "";
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/kpis", exchange -> {
            try (exchange) {
                query = exchange.getRequestURI().getRawQuery();
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void hasALineForEachValueOfTheDimension() {
        answer =
                """
                {"series":[{"dimensions":{"channel":"chat"},"value":0.7,"numerator":280,"denominator":400,
                "interval":{"low":0.6534,"high":0.7428}},
                {"dimensions":{"channel":"email"},"value":1,"numerator":1,"denominator":1,"interval":null}]}""";

        assertThat(print("fcr.gross:w7d", "channel").lines())
                .containsExactly(
                        "fcr.gross:w7d              chat                   0.7000 [0.6534, 0.7428]     280 of 400",
                        "fcr.gross:w7d              email                  1.0000                      1 of 1");
        assertThat(query)
                .isEqualTo("kpi=fcr.gross%3Aw7d&from=2021-01-01T00:00:00Z&to=2021-04-01T00:00:00Z&window=all"
                        + "&groupBy=channel");
    }

    @Test
    void saysWhereThereIsNoCase() {
        answer = "{\"series\":[]}";

        assertThat(print("asa", null)).contains("asa").contains("no case");
        assertThat(query).endsWith("&window=all");
    }

    private String print(String kpi, @Nullable String by) {
        var text = new StringWriter();
        try (var api = new Api("http://127.0.0.1:" + server.getAddress().getPort(), "t")) {
            KpiValues.print(
                    api,
                    kpi,
                    by,
                    Instant.parse("2021-01-01T00:00:00Z"),
                    Instant.parse("2021-04-01T00:00:00Z"),
                    new PrintWriter(text, true));
        }
        return text.toString();
    }
}
