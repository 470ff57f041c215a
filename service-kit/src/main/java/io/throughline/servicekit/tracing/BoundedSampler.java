package io.throughline.servicekit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which traces are kept: a share of those that begin here, and of these no more than so many a second; where a caller has
 * decided, its decision. Without a bound, an exporter that gets more spans than it can send throws single ones away, and
 * under load no trace is whole.
 */
@Singleton
class BoundedSampler implements Sampler {

    private final Sampler share;
    private final int mostPerSecond;
    private final LongSupplier nanoTime;
    private long second;
    private int begun;

    @Inject
    BoundedSampler(
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share,
            @ConfigProperty(name = "throughline.traces.most-per-second") int mostPerSecond) {
        this(share, mostPerSecond, System::nanoTime);
    }

    BoundedSampler(double share, int mostPerSecond, LongSupplier nanoTime) {
        this.share = Sampler.parentBased(Sampler.traceIdRatioBased(share));
        this.mostPerSecond = mostPerSecond;
        this.nanoTime = nanoTime;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var result = share.shouldSample(parent, traceId, name, kind, attributes, links);
        boolean beginsHere = !Span.fromContext(parent).getSpanContext().isValid();
        return beginsHere && result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE && !hasRoom()
                ? SamplingResult.drop()
                : result;
    }

    private synchronized boolean hasRoom() {
        long now = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong());
        if (now != second) {
            second = now;
            begun = 0;
        }
        return ++begun <= mostPerSecond;
    }

    @Override
    public String getDescription() {
        return share.getDescription() + ", at most " + mostPerSecond + " a second";
    }
}
