package io.throughline.local.rejudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small server that answers as journey-service's own test says it does. */
class RejudgeTest {

    private static final String ANSWER =
            """
            {"customers":1000}
            {"switch":{"switchId":"s_1","fromChannel":"chatbot","toChannel":"phone","at":"2026-10-02T01:00:00Z",\
            "before":{"verdict":"UNDETERMINED","cause":null},"after":{"verdict":"FORCED","cause":"LONG_WAIT"}}}
            {"switch":{"switchId":"s_2","fromChannel":"web","toChannel":"phone","at":"2026-10-03T01:00:00Z",\
            "before":null,"after":{"verdict":"VOLUNTARY","cause":null}}}
            {"journey":{"kind":"JOINED","before":["j_1","j_2"],"after":["j_1"]}}
            {"summary":{"customers":1200,"journeys":{"before":1300,"after":1299},\
            "switchesByVerdict":{"FORCED":{"before":59,"after":60},"UNDETERMINED":{"before":10,"after":9},\
            "VOLUNTARY":{"before":41,"after":42}},\
            "switchesByCause":{"LONG_WAIT":{"before":0,"after":1}},"changedSwitches":2,"changedJourneys":{"JOINED":1},\
            "forcedStrict":{"before":{"numerator":59,"denominator":100},"after":{"numerator":60,"denominator":102}},\
            "forcedProbable":{"before":{"numerator":0,"denominator":0},"after":{"numerator":60,"denominator":102}}},\
            "partitions":4,"allPartitions":4}
            """;

    @TempDir
    private Path directory;

    private final List<String> asked = new ArrayList<>();
    private String answer = ANSWER;
    private int status = 200;
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/rules", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        api = new Api("http://127.0.0.1:" + server.getAddress().getPort(), "secret");
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void tellsWhatWouldChange() {
        assertThat(report())
                .isEqualTo(
                        """
                        1,200 customers judged by the present rules and by the file:

                        Journeys
                          in all                                1,300 → 1,299      -1
                          joined                                    1

                        Switches by verdict
                          FORCED                                   59 → 60         +1
                          UNDETERMINED                             10 → 9          -1
                          VOLUNTARY                                41 → 42         +1

                        Switches by cause
                          LONG_WAIT                                 0 → 1          +1

                        Forced share
                          strict (by proof)                59.0 % (59 of 100) → 58.8 % (60 of 102)
                          probable (by support, too)       none → 58.8 % (60 of 102)

                        2 switches are judged differently:
                          2026-10-02T01:00:00Z  chatbot → phone  UNDETERMINED → FORCED LONG_WAIT  s_1
                          2026-10-03T01:00:00Z  web → phone  no switch → VOLUNTARY  s_2
                        """);
        assertThat(asked).containsExactly("POST /v1/rules/preview?from=2026-10-01T00%3A00%3A00%2B08%3A00");
    }

    @Test
    void saysWhenOnlyAPartWasLookedAt() {
        answer = ANSWER.replace("\"partitions\":4", "\"partitions\":2");
        assertThat(report()).contains("Only a part of them: the instance that answered has 2 of 4 partitions.");
    }

    @Test
    void anAnswerWithoutItsEndIsNone() {
        answer = "{\"customers\":1000}\n";
        assertThatThrownBy(this::report).isInstanceOf(Failure.class).hasMessageContaining("broke off");
    }

    @Test
    void tellsEveryMistakeOfTheFile() {
        status = 400;
        answer =
                """
                {"title":"Bad input","detail":"Two values are wrong.","errors":[
                {"field":"versions[0].zone","detail":"line 4, column 11: no zone.","remedy":"Write Asia/Hong_Kong."},
                {"field":"versions[0].gap","detail":"line 5, column 5: not known.","remedy":"Known are zone."}]}""";
        assertThatThrownBy(this::report)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("versions[0].zone: line 4, column 11: no zone. Write Asia/Hong_Kong.")
                .hasMessageContaining("versions[0].gap: line 5, column 5: not known. Known are zone.");
    }

    @Test
    void installsTheFileAndKeepsTheOneBefore() throws IOException {
        var rules = new Installation(directory.resolve("rules"), "acme");
        rules.install(bytes("first"));
        rules.install(bytes("second"));
        assertThat(rules.file()).hasContent("second");
        assertThat(directory.resolve("rules/.acme.yaml.before")).hasContent("first");
        try (var files = Files.list(directory.resolve("rules"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void waitsUntilTheServiceJudgesByTheFile() {
        // SHA-256 of "second", as sha256sum says.
        answer = "{\"digest\":\"16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4\",\"versions\":[]}";
        new Installation(directory, "acme").awaitInForce(api, bytes("second"));
        assertThat(asked).containsExactly("GET /v1/rules");
    }

    private String report() {
        var preview = new Preview();
        api.postForLines(
                Preview.path("2026-10-01T00:00:00+08:00", null), "application/yaml", bytes("rules"), preview::take);
        var text = new StringWriter();
        PreviewReport.print(preview.finished(), new PrintWriter(text));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
