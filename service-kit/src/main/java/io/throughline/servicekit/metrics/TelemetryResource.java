package io.throughline.servicekit.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sends: every span, metric and log record says it alike, under the names of OpenTelemetry's conventions. */
final class TelemetryResource {

    @Produces
    @Singleton
    Resource resource(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.uuid") String instance,
            @ConfigProperty(name = "throughline.environment") String environment) {
        return Resource.create(Attributes.builder()
                .put("service.name", service)
                .put("service.version", version)
                .put("service.instance.id", instance)
                .put("deployment.environment.name", environment)
                .build());
    }
}
