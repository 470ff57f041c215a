package io.throughline.servicekit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit is 64 KiB here. A caller sends its whole body before it reads, as most do, and still sees the answer. */
@QuarkusTest
class BodyLimitTest {

    private static final int LIMIT = 64 * 1024;
    private static final int MUCH = 10 * 1024 * 1024;

    @TestHTTPResource("/v1/")
    URI base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "bytes-on-event-loop"})
    void bodyOfExactlyTheLimitIsTaken(String path) throws Exception {
        var announced = post(path, announced(LIMIT));
        var chunked = post(path, chunked(LIMIT));

        assertThat(announced.statusCode()).isEqualTo(200);
        assertThat(announced.body()).isEqualTo("65536");
        assertThat(chunked.statusCode()).isEqualTo(200);
        assertThat(chunked.body()).isEqualTo("65536");
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, MUCH})
    void announcedBodyOverTheLimitIsRefused(int bytes) throws Exception {
        assertTooLarge(post("bytes", announced(bytes)));
        assertTooLarge(post("bytes-on-event-loop", announced(bytes)));
        assertTooLarge(post("whole", announced(bytes), "application/json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, MUCH})
    void chunkedBodyOverTheLimitIsRefused(int bytes) throws Exception {
        assertTooLarge(post("bytes", chunked(bytes)));
        assertTooLarge(post("bytes-on-event-loop", chunked(bytes)));
        assertTooLarge(post("whole", chunked(bytes), "application/json"));
    }

    @Test
    void connectionServesTheNextCallAfterARefusal() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertTooLarge(post("bytes", chunked(MUCH)));
            assertThat(post("bytes", chunked(3)).body()).isEqualTo("3");
        }
    }

    @Test
    void callerThatWaitsToBeAskedForItsChunksIsAsked() throws Exception {
        var waits = HttpRequest.newBuilder(base.resolve("bytes"))
                .header("Authorization", "Bearer acme-reads")
                .header("Content-Type", "application/octet-stream")
                .expectContinue(true)
                .timeout(Duration.ofSeconds(30))
                .POST(chunked(3))
                .build();

        assertThat(http.send(waits, BodyHandlers.ofString()).body()).isEqualTo("3");
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Trace-Id")).isPresent();
        assertThat(answer.body()).contains("urn:throughline:problem:body-too-large", "65536 bytes", "remedy");
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return post(path, body, "application/octet-stream");
    }

    private HttpResponse<String> post(String path, BodyPublisher body, String contentType) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer acme-reads")
                .header("Content-Type", contentType)
                .timeout(Duration.ofSeconds(30))
                .POST(body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher announced(int bytes) {
        return BodyPublishers.ofByteArray(blanks(bytes));
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks(bytes)));
    }

    /** Blanks are also a beginning of JSON, so that the limit is what stops the parser. */
    private static byte[] blanks(int bytes) {
        return " ".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
