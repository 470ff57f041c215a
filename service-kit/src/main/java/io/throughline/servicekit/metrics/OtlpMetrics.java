package io.throughline.servicekit.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends the meters that {@code /q/metrics} shows to the OTLP endpoint too, where one is configured. */
final class OtlpMetrics {

    @Produces
    @Singleton
    OtlpMeterRegistry registry(
            @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") String endpoint,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "throughline.metrics.interval") Duration interval) {
        return new OtlpMeterRegistry(new To(endpoint.strip(), service, interval), Clock.SYSTEM);
    }

    private record To(String endpoint, String service, Duration step) implements OtlpConfig {

        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public boolean enabled() {
            return !endpoint.isEmpty();
        }

        @Override
        public String url() {
            return endpoint.replaceFirst("/$", "") + "/v1/metrics";
        }

        @Override
        public Map<String, String> resourceAttributes() {
            return Map.of("service.name", service);
        }

        @Override
        public TimeUnit baseTimeUnit() {
            return TimeUnit.SECONDS;
        }
    }
}
