package io.throughline.testkit.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpReceiverTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesBackWhatAnExporterSent(boolean gzip) throws Exception {
        try (var receiver = OtlpReceiver.start()) {
            assertThat(export(receiver, request(TRACE), gzip)).isEqualTo(200);
            assertThat(receiver.spans(TRACE))
                    .containsExactly(new ReceivedSpan(
                            "intake",
                            TRACE,
                            "b7ad6b7169203331",
                            "00f067aa0ba902b7",
                            "contact.events publish",
                            "PRODUCER",
                            Map.of("messaging.batch.message_count", "2", "messaging.system", "kafka"),
                            List.of(new ReceivedSpan.Link(TRACE, "1111111111111111")),
                            0,
                            0,
                            false));
            assertThat(receiver.resources("traces")).containsExactly(Map.of("service.name", "intake"));
            assertThat(receiver.resources("logs")).isEmpty();
        }
    }

    @Test
    void answersByTrace() throws Exception {
        try (var receiver = OtlpReceiver.start()) {
            export(receiver, request(TRACE), false);
            export(receiver, request("ffffffffffffffffffffffffffffffff"), false);
            assertThat(receiver.spans(TRACE)).hasSize(1);
            assertThat(receiver.spans()).hasSize(2);
            assertThat(receiver.spans("00000000000000000000000000000000")).isEmpty();
        }
    }

    private static ExportTraceServiceRequest request(String trace) {
        var span = Span.newBuilder()
                .setTraceId(bytes(trace))
                .setSpanId(bytes("b7ad6b7169203331"))
                .setParentSpanId(bytes("00f067aa0ba902b7"))
                .setName("contact.events publish")
                .setKind(Span.SpanKind.SPAN_KIND_PRODUCER)
                .addAttributes(attribute(
                        "messaging.system",
                        AnyValue.newBuilder().setStringValue("kafka").build()))
                .addAttributes(attribute(
                        "messaging.batch.message_count",
                        AnyValue.newBuilder().setIntValue(2).build()))
                .addLinks(Span.Link.newBuilder().setTraceId(bytes(TRACE)).setSpanId(bytes("1111111111111111")));
        var resource = Resource.newBuilder()
                .addAttributes(attribute(
                        "service.name",
                        AnyValue.newBuilder().setStringValue("intake").build()));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(resource)
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static int export(OtlpReceiver receiver, ExportTraceServiceRequest request, boolean gzip) throws Exception {
        var body = new ByteArrayOutputStream();
        try (var out = gzip ? new GZIPOutputStream(body) : body) {
            request.writeTo(out);
        }
        var post = HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (gzip) {
            post.header("Content-Encoding", "gzip");
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(post.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static KeyValue attribute(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
