package io.throughline.testkit.otlp;

import java.util.List;
import java.util.Map;

/**
 * A span as an exporter sent it.
 *
 * @param service the resource attribute {@code service.name}; empty when it was not sent
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId 16 hexadecimal digits, empty for the root of a trace
 * @param kind {@code INTERNAL}, {@code SERVER}, {@code CLIENT}, {@code PRODUCER} or {@code CONSUMER}
 * @param attributes attributes by name, each value as text
 * @param links the spans it links to
 * @param startNanos nanoseconds since 1970
 * @param endNanos nanoseconds since 1970
 * @param failed whether its status is an error
 */
public record ReceivedSpan(
        String service,
        String traceId,
        String spanId,
        String parentSpanId,
        String name,
        String kind,
        Map<String, String> attributes,
        List<Link> links,
        long startNanos,
        long endNanos,
        boolean failed) {

    /** Another span that this one was caused by, besides its parent. */
    public record Link(String traceId, String spanId) {}
}
