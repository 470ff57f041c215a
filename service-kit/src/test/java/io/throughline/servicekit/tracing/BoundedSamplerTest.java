package io.throughline.servicekit.tracing;

import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.DROP;
import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.RECORD_AND_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedSamplerTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private long seconds = 100;

    @Test
    void keepsNoMoreThanSoManyTracesASecond() {
        var sampler = sampler(1);
        assertThat(List.of(begin(sampler), begin(sampler), begin(sampler)))
                .containsExactly(RECORD_AND_SAMPLE, RECORD_AND_SAMPLE, DROP);
        seconds++;
        assertThat(List.of(begin(sampler), begin(sampler), begin(sampler)))
                .containsExactly(RECORD_AND_SAMPLE, RECORD_AND_SAMPLE, DROP);
    }

    @Test
    void leavesADecisionToTheCallerWhoMadeIt() {
        var sampler = sampler(1);
        for (int i = 0; i < 5; i++) {
            assertThat(decision(sampler, called(TraceFlags.getSampled()))).isEqualTo(RECORD_AND_SAMPLE);
            assertThat(decision(sampler, called(TraceFlags.getDefault()))).isEqualTo(DROP);
        }
        assertThat(begin(sampler)).isEqualTo(RECORD_AND_SAMPLE);
    }

    @Test
    void keepsAShareOfThoseThatBeginHere() {
        assertThat(begin(sampler(0))).isEqualTo(DROP);
    }

    private BoundedSampler sampler(double share) {
        return new BoundedSampler(share, 2, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private static SamplingDecision begin(BoundedSampler sampler) {
        return decision(sampler, Context.root());
    }

    private static Context called(TraceFlags flags) {
        var caller = SpanContext.createFromRemoteParent(TRACE, "00f067aa0ba902b7", flags, TraceState.getDefault());
        return Context.root().with(Span.wrap(caller));
    }

    private static SamplingDecision decision(BoundedSampler sampler, Context parent) {
        return sampler.shouldSample(parent, TRACE, "any", SpanKind.SERVER, Attributes.empty(), List.of())
                .getDecision();
    }
}
