package io.throughline.intake.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A PRODUCER span for each record, child of the request's, whose context goes with the record. The trace that a platform
 * gave in the event is linked, not continued: one request can carry events of many traces, and the way from request to
 * KPI stays one trace.
 */
@ApplicationScoped
class PublishTracing {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> GETTER = new MapGetter();

    private final Tracer tracer;

    PublishTracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("io.throughline.intake");
    }

    /** A span that has begun; its context is in the record's headers. */
    PublishSpan start(ProducerRecord<?, ?> record, @Nullable String causedBy) {
        var builder = tracer.spanBuilder("send " + record.topic())
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", "send")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", record.topic());
        if (causedBy != null) {
            var cause = W3C.extract(Context.root(), Map.of(TRACEPARENT, causedBy), GETTER);
            builder.addLink(Span.fromContext(cause).getSpanContext());
        }
        Span span = builder.startSpan();
        W3C.inject(Context.current().with(span), record.headers(), PublishTracing::set);
        return error -> {
            if (error != null) {
                span.setStatus(StatusCode.ERROR);
                span.setAttribute("error.type", error.getClass().getName());
            }
            span.end();
        };
    }

    private static void set(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(UTF_8));
        }
    }

    /** A span of one record. */
    interface PublishSpan {

        /** To be called once the record is written, or cannot be. */
        void end(@Nullable Exception error);
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
