package io.throughline.servicekit.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A span for each record that is consumed or produced. The parent is in the record's {@code traceparent} header, which
 * afterwards names the new span; so the chain is kept from topic to topic, also where a record waits in between. A
 * record without a header, or whose trace is not sampled, is left as it is and costs one look at the header. The other
 * traces that had a part in a record (see {@link Trail}) become links of its span.
 *
 * <p>Names follow OpenTelemetry's semantic conventions for messaging and Kafka. Keys and values never become attributes.
 */
final class KafkaTracing {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("messaging.client.id");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> GETTER = new HeadersGetter();
    private static final TextMapSetter<Headers> SETTER = (headers, key, value) -> {
        if (headers != null) {
            headers.remove(key).add(key, value.getBytes(UTF_8));
        }
    };

    private final Tracer tracer;
    private final Freshness freshness = new Freshness();

    KafkaTracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("io.throughline.kafka-streams");
    }

    /** To be called once for each record that a poll returned, before it is processed. */
    void consumed(ConsumerRecord<?, ?> record, String group, String clientId) {
        if (record.headers().lastHeader(Trail.ACCEPTED) == null && record.timestamp() > 0) {
            // The first topic of the road: its records' time is when intake wrote them.
            record.headers()
                    .add(Trail.ACCEPTED, Long.toString(record.timestamp()).getBytes(UTF_8));
        }
        if (!Trail.isKept(record.headers())) {
            return;
        }
        var span = start(SpanKind.CONSUMER, "poll", "receive", record.topic(), record.headers(), clientId);
        if (span.isRecording()) {
            span.setAttribute(PARTITION, Integer.toString(record.partition()));
            span.setAttribute(OFFSET, record.offset());
            span.setAttribute(GROUP, group);
        }
        span.end();
    }

    /**
     * To be called before a record is sent.
     *
     * @return the callback to send it with: the given one, or one that also ends the span when the broker answered
     */
    @Nullable
    Callback producing(ProducerRecord<?, ?> record, @Nullable Callback callback, String clientId) {
        if (isStoreChange(record.topic())) {
            return callback;
        }
        freshness.published(record);
        if (!Trail.isKept(record.headers())) {
            return callback;
        }
        var span = start(SpanKind.PRODUCER, "send", "send", record.topic(), record.headers(), clientId);
        return (metadata, error) -> {
            if (error == null) {
                span.setAttribute(PARTITION, Integer.toString(metadata.partition()));
                span.setAttribute(OFFSET, metadata.offset());
            } else {
                span.setStatus(StatusCode.ERROR);
                span.setAttribute(ERROR_TYPE, error.getClass().getName());
            }
            span.end();
            if (callback != null) {
                callback.onCompletion(metadata, error);
            }
        };
    }

    private Span start(
            SpanKind kind, String operation, String operationType, String topic, Headers headers, String clientId) {
        var parent = W3C.extract(Context.root(), headers, GETTER);
        var builder = tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setParent(parent)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION_NAME, operation)
                .setAttribute(OPERATION_TYPE, operationType)
                .setAttribute(DESTINATION, topic)
                .setAttribute(CLIENT, clientId);
        var links = headers.lastHeader(Trail.LINKS);
        if (links != null) {
            for (var cause : Trail.text(headers, Trail.LINKS).split(" ")) {
                builder.addLink(spanContext(cause));
            }
            headers.remove(Trail.LINKS);
        }
        var span = builder.startSpan();
        W3C.inject(parent.with(span), headers, SETTER);
        return span;
    }

    private static SpanContext spanContext(String traceparent) {
        var headers = new RecordHeaders().add(Trail.TRACEPARENT, traceparent.getBytes(UTF_8));
        return Span.fromContext(W3C.extract(Context.root(), headers, GETTER)).getSpanContext();
    }

    /** Copies of the state that nobody consumes; the records of a repartition topic, in contrast, go on. */
    private static boolean isStoreChange(String topic) {
        return topic.endsWith("-changelog");
    }

    private static final class HeadersGetter implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            var text = headers == null ? "" : Trail.text(headers, key);
            return text.isEmpty() ? null : text;
        }
    }
}
