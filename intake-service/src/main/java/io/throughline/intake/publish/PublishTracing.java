package io.throughline.intake.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.throughline.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A PRODUCER span for what a request writes to a topic, child of the request's, whose context goes with each record. A
 * record whose event names a trace of the platform's has a span of its own, which links to that trace. It does not
 * continue it: one request can carry events of many traces, and the way from request to KPI stays one trace.
 */
@ApplicationScoped
class PublishTracing {

    private static final String TRACEPARENT = "traceparent";
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<Long> BATCH_COUNT = AttributeKey.longKey("messaging.batch.message_count");
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> GETTER = new MapGetter();

    private final Tracer tracer;

    PublishTracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("io.throughline.intake");
    }

    /** Begins the spans of a request's records. */
    PublishSpans start(List<OutgoingRecord> records) {
        var counts = new HashMap<Topic<?>, Long>();
        for (OutgoingRecord each : records) {
            if (each.causedBy() == null) {
                counts.merge(each.topic(), 1L, Long::sum);
            }
        }
        var spans = new PublishSpans();
        counts.forEach((topic, count) -> {
            var span = span(topic);
            if (count > 1) {
                span.setAttribute(BATCH_COUNT, count);
            }
            spans.shared.put(topic, spans.begin(span));
        });
        return spans;
    }

    private SpanBuilder span(Topic<?> topic) {
        return tracer.spanBuilder("send " + topic.name())
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION_NAME, "send")
                .setAttribute(OPERATION_TYPE, "send")
                .setAttribute(DESTINATION, topic.name());
    }

    /** The spans of one request's records. */
    final class PublishSpans {

        private final List<Span> begun = new ArrayList<>();
        private final Map<Topic<?>, @Nullable Header> shared = new HashMap<>();

        /** The header that takes a record's trace along; null where there is no tracing. */
        @Nullable
        Header traceparent(OutgoingRecord outgoing) {
            if (outgoing.causedBy() == null) {
                return shared.get(outgoing.topic());
            }
            var cause = W3C.extract(Context.root(), Map.of(TRACEPARENT, outgoing.causedBy()), GETTER);
            return begin(span(outgoing.topic()).addLink(Span.fromContext(cause).getSpanContext()));
        }

        /** To be called once all records are written, or one cannot be. */
        void end(@Nullable Throwable error) {
            for (Span span : begun) {
                if (error != null) {
                    span.setStatus(StatusCode.ERROR);
                    span.setAttribute("error.type", error.getClass().getName());
                }
                span.end();
            }
        }

        private @Nullable Header begin(SpanBuilder builder) {
            Span span = builder.startSpan();
            begun.add(span);
            var carrier = new HashMap<String, String>();
            W3C.inject(Context.current().with(span), carrier, PublishTracing::put);
            String traceparent = carrier.get(TRACEPARENT);
            return traceparent == null ? null : new RecordHeader(TRACEPARENT, traceparent.getBytes(UTF_8));
        }
    }

    private static void put(@Nullable Map<String, String> carrier, String name, String value) {
        if (carrier != null) {
            carrier.put(name, value);
        }
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
