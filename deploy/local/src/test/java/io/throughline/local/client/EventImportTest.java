package io.throughline.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.local.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server that refuses lines with "bad" in them; the real intake is tried in system-tests. */
class EventImportTest {

    private final List<String> requests = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();
    private int busyAnswers;
    private int status;
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::take);
        server.start();
        api = new Api("http://127.0.0.1:" + server.getAddress().getPort(), "secret");
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void tellsTheLineOfEachRefusedEvent() throws Exception {
        var result = send("good 1\n\nbad 3\r\ngood 4\n   \nbad 6");
        assertThat(result).isEqualTo(new EventImport.Result(4, 2, 2));
        assertThat(refused)
                .containsExactly(
                        """
                        {"line":3,"id":"e","field":"time","reason":"it is bad","remedy":"make it good"}""",
                        """
                        {"line":6,"id":"e","field":"time","reason":"it is bad","remedy":"make it good"}""");
        assertThat(requests).containsExactly("good 1\nbad 3\r\ngood 4\nbad 6\n");
    }

    @Test
    void sendsChunksOfAThousandLinesInOrder() throws Exception {
        var lines = IntStream.rangeClosed(1, 2001).mapToObj(n -> n == 1500 ? "bad" : "good " + n);
        var result = send(lines.collect(Collectors.joining("\n")));
        assertThat(result).isEqualTo(new EventImport.Result(2001, 2000, 1));
        assertThat(requests.stream().map(body -> body.lines().count())).containsExactly(1000L, 1000L, 1L);
        assertThat(progress).containsExactly(1000L, 1000L, 1L);
        assertThat(refused).singleElement().asString().startsWith("{\"line\":1500,");
    }

    @Test
    void keepsChunksBelowAMebibyte() throws Exception {
        var line = "x".repeat(400_000);
        send(line + "\n" + line + "\n" + line + "\n");
        assertThat(requests.stream().map(body -> body.lines().count())).containsExactly(2L, 1L);
    }

    @Test
    void aSingleEventThatIsTooLargeIsARefusedLine() throws Exception {
        status = 413;
        var result = send("x");
        assertThat(result).isEqualTo(new EventImport.Result(1, 0, 1));
        assertThat(refused).singleElement().asString().contains("\"line\":1", "larger than a request may be");
    }

    @Test
    void triesAgainWhenIntakeIsBusy() throws Exception {
        busyAnswers = 2;
        assertThat(send("good")).isEqualTo(new EventImport.Result(1, 1, 0));
        assertThat(requests).hasSize(3);
    }

    @Test
    void stopsWhenNoLineIsToBlame() {
        status = 401;
        assertThatThrownBy(() -> send("good"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("Lines 1 to 1 were not taken: HTTP 401, the token is wrong");
    }

    @Test
    void sendsNothingForAnEmptyFile() throws Exception {
        assertThat(send("\n\n")).isEqualTo(new EventImport.Result(0, 0, 0));
        assertThat(requests).isEmpty();
    }

    private EventImport.Result send(String file) throws IOException {
        return new EventImport(api, line -> refused.add(line.json()), (lines, bytes) -> progress.add(lines))
                .send(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/x-ndjson");
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body);
            if (busyAnswers-- > 0) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(503, -1);
            } else if (status != 0) {
                answer(exchange, status, "{\"detail\":\"the token is wrong\"}");
            } else {
                judge(exchange, body.lines().toList());
            }
        }
    }

    private static void judge(HttpExchange exchange, List<String> lines) throws IOException {
        var rejected = new StringJoiner(",");
        int bad = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("bad")) {
                bad++;
                rejected.add("{\"index\":" + i + ",\"id\":\"e\",\"field\":\"time\",\"reason\":\"it is bad\","
                        + "\"remedy\":\"make it good\"}");
            }
        }
        answer(
                exchange,
                bad == 0 ? 202 : 207,
                "{\"accepted\":" + (lines.size() - bad) + ",\"duplicates\":0,\"rejected\":[" + rejected + "]}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
