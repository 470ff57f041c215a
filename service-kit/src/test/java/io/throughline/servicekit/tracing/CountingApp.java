package io.throughline.servicekit.tracing;

import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts records by value: from one topic over a repartition and a state store to another, exactly once. The output's
 * value is {@code <value>=<how many so far>}.
 */
final class CountingApp implements AutoCloseable {

    private final KafkaStreams streams;

    private CountingApp(KafkaStreams streams) {
        this.streams = streams;
    }

    static CountingApp start(
            String id, String from, String to, String bootstrapServers, Path state, OpenTelemetry openTelemetry)
            throws InterruptedException {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put("internal.leave.group.on.close", true);
        config.put("auto.offset.reset", "earliest");
        var streams = new KafkaStreams(topology(from, to), config, new TracingKafkaClientSupplier(openTelemetry));
        var running = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        if (!running.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(id + " does not run but is " + streams.state());
        }
        return new CountingApp(streams);
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }

    private static Topology topology(String from, String to) {
        var strings = Serdes.String();
        var builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("counts"), strings, Serdes.Long()));
        builder.stream(from, Consumed.with(strings, strings))
                .selectKey((key, value) -> value)
                .repartition(Repartitioned.with(strings, strings).withName("by-value"))
                .process(Counter::new, "counts")
                .to(to, Produced.with(strings, strings));
        return builder.build();
    }

    private static final class Counter extends ContextualProcessor<String, String, String, String>
            implements Processor<String, String, String, String> {

        @Override
        public void process(Record<String, String> record) {
            KeyValueStore<String, Long> counts = context().getStateStore("counts");
            var before = counts.get(record.key());
            long count = before == null ? 1 : before + 1;
            counts.put(record.key(), count);
            context().forward(record.withValue(record.key() + "=" + count));
        }
    }
}
