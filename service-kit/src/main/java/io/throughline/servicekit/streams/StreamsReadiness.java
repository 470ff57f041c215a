package io.throughline.servicekit.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.health.api.HealthRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service with Kafka Streams is ready while they run: not while they start, restore or rebalance, since its stores
 * cannot be asked then. A service without streams has no such check.
 */
@ApplicationScoped
class StreamsReadiness {

    static final String NAME = "Kafka Streams running";

    private final HealthRegistry readiness;

    StreamsReadiness(@Readiness HealthRegistry readiness) {
        this.readiness = readiness;
    }

    /** Quarkus announces its streams before it starts them. */
    void register(@Observes KafkaStreams streams) {
        readiness.register(NAME, check(streams));
        Gauge.builder("throughline.streams.running", streams, StreamsReadiness::running)
                .register(Metrics.globalRegistry);
    }

    private static double running(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING ? 1 : 0;
    }

    static HealthCheck check(KafkaStreams streams) {
        return () -> {
            var state = streams.state();
            return HealthCheckResponse.named(NAME)
                    .status(state == KafkaStreams.State.RUNNING)
                    .withData("state", state.name())
                    .build();
        };
    }
}
