package io.throughline.servicekit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the framework's meters the names and attributes of OpenTelemetry's semantic conventions for HTTP, and lets
 * through only what docs/operations/telemetry.md lists: a time series that nobody reads costs all the same.
 */
final class MetricNames implements MeterFilter {

    private static final Map<String, String> NAMES = Map.of(
            "http.server.requests", "http.server.request.duration",
            "http.server.active.requests", "http.server.active_requests",
            "http.client.requests", "http.client.request.duration",
            "jvm.memory.max", "jvm.memory.limit",
            "jvm.gc.pause", "jvm.gc.duration",
            "jvm.threads.live", "jvm.thread.count");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "method", "http.request.method",
            "status", "http.response.status_code",
            "uri", "http.route",
            "clientName", "server.address",
            "area", "jvm.memory.type",
            "id", "jvm.memory.pool.name",
            "action", "jvm.gc.action",
            "gc", "jvm.gc.name");

    private static final List<String> LISTED = List.of(
            "throughline.",
            "messaging.",
            "http.server.request.duration",
            "http.server.active_requests",
            "http.client.request.duration",
            "jvm.memory.used",
            "jvm.memory.limit",
            "jvm.gc.duration",
            "jvm.thread.count",
            "process.cpu.usage",
            "process.files.",
            "process.uptime");

    /** In nanoseconds; what the conventions recommend for the duration of HTTP requests, and three more for freshness. */
    private static final double[] BUCKETS = {
        5e6, 1e7, 2.5e7, 5e7, 7.5e7, 1e8, 2.5e8, 5e8, 7.5e8, 1e9, 2.5e9, 5e9, 7.5e9, 1e10, 3e10, 6e10, 3e11
    };

    /** The bean that Quarkus adds to its registry. */
    static final class Producer {

        @Produces
        @Singleton
        MeterFilter names() {
            return new MetricNames();
        }
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return LISTED.stream().anyMatch(id.getName()::startsWith) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (id.getName().startsWith("throughline.") || id.getName().startsWith("messaging.")) {
            return id;
        }
        return id.withName(NAMES.getOrDefault(id.getName(), id.getName())).replaceTags(attributes(id));
    }

    /** Attributes that have their names already are kept: a composite registry and those in it all apply this. */
    private static Tags attributes(Meter.Id id) {
        var attributes = new ArrayList<Tag>();
        for (var tag : id.getTagsAsIterable()) {
            var name = ATTRIBUTES.get(tag.getKey());
            if (name != null) {
                attributes.add(Tag.of(name, tag.getValue()));
            } else if (ATTRIBUTES.containsValue(tag.getKey())) {
                attributes.add(tag);
            }
        }
        return Tags.of(attributes);
    }

    @Override
    public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().endsWith(".request.duration") || id.getName().equals("throughline.freshness")
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BUCKETS)
                        .build()
                        .merge(config)
                : config;
    }
}
