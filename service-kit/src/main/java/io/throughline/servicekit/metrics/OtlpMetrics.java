package io.throughline.servicekit.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.sdk.resources.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
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
            Resource resource,
            @ConfigProperty(name = "throughline.metrics.interval") Duration interval) {
        return new OtlpMeterRegistry(new To(endpoint.strip(), attributes(resource), interval), Clock.SYSTEM);
    }

    private static Map<String, String> attributes(Resource resource) {
        var attributes = new HashMap<String, String>();
        resource.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
        return attributes;
    }

    private record To(String endpoint, Map<String, String> resourceAttributes, Duration step) implements OtlpConfig {

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
        public TimeUnit baseTimeUnit() {
            return TimeUnit.SECONDS;
        }
    }
}
