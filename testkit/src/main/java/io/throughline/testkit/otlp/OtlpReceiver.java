package io.throughline.testkit.otlp;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.throughline.contracts.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * Collects what services export with OTLP over HTTP (protocol {@code http/protobuf}): the latest spans and log messages,
 * and the names of metrics. Thread-safe.
 *
 * <p>Answers, too: {@code GET /traces/ID} is the {@linkplain #way way} of a trace, {@code GET /traces/last} that of the
 * latest trace that went through Kafka; both as JSON.
 */
public final class OtlpReceiver implements AutoCloseable {

    private static final String TRACES = "/traces/";

    private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();
    private final AtomicInteger spansKept = new AtomicInteger();
    private final Queue<String> logs = new ConcurrentLinkedQueue<>();
    private final Set<String> metrics = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Map<String, String>>> resources = new ConcurrentHashMap<>();
    private final int mostSpans;
    private final HttpServer server;

    private OtlpReceiver(HttpServer server, int mostSpans) {
        this.server = server;
        this.mostSpans = mostSpans;
    }

    /** A started receiver on a free port that keeps everything. */
    public static OtlpReceiver start() {
        return start(0, Integer.MAX_VALUE);
    }

    /**
     * A started receiver.
     *
     * @param port 0 for a free one
     * @param mostSpans how many of the latest spans are kept; log messages are not, where this is a limit
     */
    public static OtlpReceiver start(int port, int mostSpans) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var receiver = new OtlpReceiver(server, mostSpans);
            server.createContext("/v1/traces", exchange -> receiver.receive(exchange, receiver::spans));
            server.createContext("/v1/metrics", exchange -> receiver.receive(exchange, receiver::metrics));
            server.createContext("/v1/logs", exchange -> receiver.receive(exchange, receiver::logs));
            server.createContext(TRACES, receiver::answer);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base address for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All spans so far in order of arrival; children often arrive before their parents. */
    public List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    /** The spans so far of one trace, by its 32 hexadecimal digits. */
    public List<ReceivedSpan> spans(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /**
     * The whole way of what began in a trace: its spans, those of other traces that link to one of them, and what came
     * of those.
     */
    public List<ReceivedSpan> way(String traceId) {
        var all = spans();
        var ids = new HashSet<String>();
        var way = new LinkedHashSet<ReceivedSpan>();
        int before;
        do {
            before = way.size();
            for (var span : all) {
                if (span.traceId().equals(traceId)
                        || ids.contains(span.parentSpanId())
                        || span.links().stream().anyMatch(link -> ids.contains(link.spanId()))) {
                    way.add(span);
                    ids.add(span.spanId());
                }
            }
        } while (way.size() > before);
        return List.copyOf(way);
    }

    /** Names of all metrics so far. */
    public Set<String> metrics() {
        return Set.copyOf(metrics);
    }

    /** Who sent {@code traces}, {@code metrics} or {@code logs} so far: the attributes of each resource. */
    public Set<Map<String, String>> resources(String signal) {
        return Set.copyOf(resources.getOrDefault(signal, Set.of()));
    }

    /** All log messages so far, each with its trace id (empty outside a trace) and a blank before it. */
    public List<String> logs() {
        return List.copyOf(logs);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI().getPath().substring(TRACES.length());
            var trace = asked.equals("last") ? last() : asked;
            var body = ContractJson.MAPPER.writeValueAsBytes(way(trace));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String last() {
        return spans.stream()
                .filter(span ->
                        span.kind().equals("PRODUCER") && !span.parentSpanId().isEmpty())
                .max(Comparator.comparingLong(ReceivedSpan::startNanos))
                .map(ReceivedSpan::traceId)
                .orElse("");
    }

    /** Takes in one request of an exporter. */
    private interface Reader {
        void read(InputStream request) throws IOException;
    }

    private void receive(HttpExchange exchange, Reader reader) throws IOException {
        try (exchange) {
            reader.read(body(exchange));
            // The answers to all three kinds of request are empty messages.
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void spans(InputStream request) throws IOException {
        for (var resourceSpans : ExportTraceServiceRequest.parseFrom(request).getResourceSpansList()) {
            var resource = sender("traces", resourceSpans.getResource());
            var service = resource.getOrDefault("service.name", "");
            resourceSpans.getScopeSpansList().forEach(scope -> scope.getSpansList()
                    .forEach(span -> keep(received(service, span))));
        }
    }

    private void keep(ReceivedSpan span) {
        spans.add(span);
        if (spansKept.incrementAndGet() > mostSpans) {
            spans.poll();
            spansKept.decrementAndGet();
        }
    }

    private void metrics(InputStream request) throws IOException {
        ExportMetricsServiceRequest.parseFrom(request).getResourceMetricsList().stream()
                .peek(sent -> sender("metrics", sent.getResource()))
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .forEach(metric -> metrics.add(metric.getName()));
    }

    private void logs(InputStream request) throws IOException {
        var received = ExportLogsServiceRequest.parseFrom(request);
        if (mostSpans < Integer.MAX_VALUE) {
            return;
        }
        received.getResourceLogsList().stream()
                .peek(sent -> sender("logs", sent.getResource()))
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .forEach(log -> logs.add(
                        hex(log.getTraceId()) + " " + text(log.getBody()) + " " + attributes(log.getAttributesList())));
    }

    private Map<String, String> sender(String signal, Resource resource) {
        var attributes = attributes(resource.getAttributesList());
        resources.computeIfAbsent(signal, key -> ConcurrentHashMap.newKeySet()).add(attributes);
        return attributes;
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        var gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static ReceivedSpan received(String service, Span span) {
        return new ReceivedSpan(
                service,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getKind().name().substring("SPAN_KIND_".length()),
                attributes(span.getAttributesList()),
                span.getLinksList().stream()
                        .map(link -> new ReceivedSpan.Link(hex(link.getTraceId()), hex(link.getSpanId())))
                        .toList(),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
    }

    private static Map<String, String> attributes(List<KeyValue> pairs) {
        var attributes = new TreeMap<String, String>();
        pairs.forEach(pair -> attributes.put(pair.getKey(), text(pair.getValue())));
        return attributes;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE -> hex(value.getBytesValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpReceiver::text)
                        .toList()
                        .toString();
            case KVLIST_VALUE ->
                attributes(value.getKvlistValue().getValuesList()).toString();
            default -> "";
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
