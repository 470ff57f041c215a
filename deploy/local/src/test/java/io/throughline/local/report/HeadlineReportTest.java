package io.throughline.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.local.client.Api;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadlineReportTest {

    /** Worked example: 280 of 400 solved, Wilson interval 65.34 % to 74.28 %. */
    private static final Map<String, String> ANSWERS = Map.of(
            "fcr.gross%3Aw7d",
            """
            {"series":[{"value":0.7,"numerator":280,"denominator":400,"state":"MATURED",
            "interval":{"level":0.95,"low":0.6534,"high":0.7428,"method":"wilson"}}]}""",
            "csat.mean",
            """
            {"series":[{"value":3.875,"numerator":31,"denominator":8,"state":"PROVISIONAL","interval":null}]}""",
            "risk.forced%3Acrude",
            """
            {"series":[{"value":2.5,"numerator":10,"denominator":75,"state":"MATURED",
            "interval":{"level":0.95,"low":1.1262,"high":5.5499,"method":"katz"}}]}""",
            "resolution.rate",
            """
            {"series":[{"value":null,"numerator":0,"denominator":0,"state":"PROVISIONAL"}]}""");

    @Test
    void putsLiveFiguresBesideThePublishedOnes() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/kpis", exchange -> {
            try (exchange) {
                var query = exchange.getRequestURI().getRawQuery();
                assertThat(query).endsWith("&from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z&window=all");
                var kpi = query.substring("kpi=".length(), query.indexOf('&'));
                var body = ANSWERS.getOrDefault(kpi, "{\"series\":[]}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        var text = new StringWriter();
        try (var api = new Api("http://127.0.0.1:" + server.getAddress().getPort(), "t")) {
            var report = HeadlineReport.ask(
                    api, Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"));
            HeadlineReport.print(report, new PrintWriter(text, true));
        } finally {
            server.stop(0);
        }
        assertThat(text.toString().lines())
                .contains(
                        "Solved at first contact (FCR, 7 days)     70.0 % [65.3, 74.3]  280 of 400     HKACE 2018: 90 % of customers expect it",
                        "Satisfaction (CSAT, 1 to 5)               3.88  n = 8",
                        "Issues solved                            no case yet",
                        "Satisfied (4 or 5)                       no case yet");
        assertThat(text.toString()).contains(" 2.50 x [1.13, 5.55]");
    }
}
