package io.throughline.servicekit.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.jspecify.annotations.Nullable;

/**
 * The few of Kafka's several hundred metrics a client that somebody looks at, summed over clients, threads and
 * partitions, so that no attribute changes with a restart. Kafka makes an instance for each of its clients, by the
 * setting {@code metric.reporters}.
 *
 * <p>Public, with a public constructor: Kafka makes its instances from the configuration.
 */
public final class KafkaMetrics implements MetricsReporter {

    /** What of Kafka becomes which meter: a counter where Kafka's name ends in "-total", else a gauge. */
    private static final List<Taken> TAKEN = List.of(
            Taken.byTopic(
                    "consumer-fetch-manager-metrics", "records-consumed-total", "messaging.client.consumed.messages"),
            Taken.byTopic("producer-topic-metrics", "record-send-total", "messaging.client.sent.messages"),
            Taken.byTopic("producer-topic-metrics", "record-error-total", "throughline.kafka.send.errors"),
            Taken.byTopic("consumer-fetch-manager-metrics", "records-lag", "throughline.kafka.consumer.lag"),
            new Taken("stream-metrics", "alive-stream-threads", "throughline.streams.threads", Map.of()),
            new Taken("stream-task-metrics", "dropped-records-total", "throughline.streams.records.dropped", Map.of()),
            new Taken(
                    "stream-task-metrics",
                    "restore-remaining-records-total",
                    "throughline.streams.restore.remaining",
                    Map.of()),
            new Taken(
                    "stream-state-metrics",
                    "total-sst-files-size",
                    "throughline.streams.state.size",
                    Map.of("rocksdb-state-id", "store")),
            new Taken(
                    "stream-state-metrics",
                    "estimate-num-keys",
                    "throughline.streams.state.keys",
                    Map.of("rocksdb-state-id", "store")));

    /** All that are summed in one meter, in this process. */
    private static final Map<MeterKey, Set<KafkaMetric>> SUMMED = new ConcurrentHashMap<>();

    private String group = "";

    /** A metric of Kafka, the meter that it is summed in, and which of its tags become which attributes. */
    private record Taken(String group, String kafkaName, String name, Map<String, String> attributes) {

        static Taken byTopic(String group, String kafkaName, String name) {
            return new Taken(group, kafkaName, name, Map.of("topic", "messaging.destination.name"));
        }

        boolean matches(KafkaMetric metric) {
            var is = metric.metricName();
            return is.group().equals(group)
                    && is.name().equals(kafkaName)
                    && is.tags().keySet().containsAll(attributes.keySet())
                    // Kafka tells a topic with dots a second time with underscores; no topic of ours has one.
                    && !is.tags().getOrDefault("topic", "").contains("_");
        }

        boolean isOfConsumers() {
            return group.startsWith("consumer");
        }

        /** What can fall again is a gauge, even where Kafka calls it a total. */
        boolean isCounter() {
            return kafkaName.endsWith("-total") && !kafkaName.contains("remaining");
        }
    }

    private record MeterKey(String name, Map<String, String> attributes) {

        Tags tags() {
            return Tags.of(attributes.entrySet().stream()
                    .map(attribute -> Tag.of(attribute.getKey(), attribute.getValue()))
                    .toList());
        }
    }

    @Override
    public void configure(Map<String, ?> settings) {
        group = settings.get(ConsumerConfig.GROUP_ID_CONFIG) instanceof String name ? name : "";
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        metrics.forEach(this::metricChange);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        var taken = taken(metric);
        if (taken != null) {
            var key = key(taken, metric);
            SUMMED.computeIfAbsent(key, added -> register(taken, added)).add(metric);
        }
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {
        var taken = taken(metric);
        var summed = taken == null ? null : SUMMED.get(key(taken, metric));
        if (summed != null) {
            summed.remove(metric);
        }
    }

    @Override
    public void close() {}

    /** Null where nobody looks at it; a consumer without a group only restores or looks something up. */
    private @Nullable Taken taken(KafkaMetric metric) {
        return TAKEN.stream()
                .filter(each -> each.matches(metric) && !(each.isOfConsumers() && group.isEmpty()))
                .findFirst()
                .orElse(null);
    }

    private MeterKey key(Taken taken, KafkaMetric metric) {
        var attributes = new HashMap<String, String>();
        taken.attributes()
                .forEach((tag, name) ->
                        attributes.put(name, metric.metricName().tags().get(tag)));
        if (taken.name().startsWith("messaging.")) {
            attributes.put("messaging.system", "kafka");
            attributes.put("messaging.operation.name", taken.isOfConsumers() ? "poll" : "send");
        }
        if (taken.isOfConsumers()) {
            attributes.put("messaging.consumer.group.name", group);
        }
        return new MeterKey(taken.name(), Map.copyOf(attributes));
    }

    private static Set<KafkaMetric> register(Taken taken, MeterKey key) {
        Set<KafkaMetric> summed = ConcurrentHashMap.newKeySet();
        if (taken.isCounter()) {
            FunctionCounter.builder(key.name(), summed, KafkaMetrics::sum)
                    .tags(key.tags())
                    .register(Metrics.globalRegistry);
        } else {
            Gauge.builder(key.name(), summed, KafkaMetrics::sum)
                    .tags(key.tags())
                    .baseUnit(key.name().endsWith(".size") ? BaseUnits.BYTES : null)
                    .strongReference(true)
                    .register(Metrics.globalRegistry);
        }
        return summed;
    }

    /** Kafka says NaN where it has measured nothing yet. */
    private static double sum(Set<KafkaMetric> metrics) {
        return metrics.stream()
                .map(KafkaMetric::metricValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .sum();
    }
}
