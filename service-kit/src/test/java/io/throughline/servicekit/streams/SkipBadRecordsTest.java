package io.throughline.servicekit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Record;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams with the handlers on a real broker: what follows a bad record still comes through. */
class SkipBadRecordsTest {

    @TempDir
    Path state;

    @Test
    void badRecordsAreSkippedAndCounted() throws Exception {
        var registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try (var broker = KafkaBroker.temporary()) {
            var servers = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(servers)) {
                admin.createTopics(List.of(new NewTopic("in", 1, (short) 1), new NewTopic("out", 1, (short) 1)))
                        .all()
                        .get();
            }
            send(servers);
            try (var streams = new KafkaStreams(hundredDividedBy(), config(broker))) {
                var readiness = StreamsReadiness.check(streams);
                assertThat(readiness.call().getStatus()).as("before the start").isEqualTo(Status.DOWN);

                streams.start();
                assertThat(receive(servers, 3)).containsExactly(50, 25, 20);

                Awaitility.await().until(() -> readiness.call().getStatus() == Status.UP);
                streams.close();
                assertThat(readiness.call().getStatus()).as("after the end").isEqualTo(Status.DOWN);
            }
        } finally {
            Metrics.removeRegistry(registry);
        }
        assertThat(registry.get(SkipBadRecords.METRIC)
                        .tags("step", "read")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(SkipBadRecords.METRIC)
                        .tags("step", "process")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    /** Else a version that was rolled back would pass over what the newer one wrote, and lose it. */
    @Test
    void whatTheServiceWroteItselfIsNeverSkipped() {
        var unreadable = new UnreadableForm("journey.messages was written by a newer version");
        assertThat(unreadable).hasMessageEndingWith(": start the version again that wrote it");
        assertThat(new SkipBadRecords()
                        .handle((ErrorHandlerContext) null, (ConsumerRecord<byte[], byte[]>) null, unreadable))
                .isEqualTo(DeserializationExceptionHandler.DeserializationHandlerResponse.FAIL);
        assertThat(new SkipBadRecords().handle((ErrorHandlerContext) null, (Record<?, ?>) null, unreadable))
                .isEqualTo(ProcessingExceptionHandler.ProcessingHandlerResponse.FAIL);
    }

    /** 2, then a zero, then five bytes that are no integer, 4, another zero, 5. */
    private static void send(Map<String, Object> servers) {
        try (var integers = new KafkaProducer<>(servers, new StringSerializer(), new IntegerSerializer());
                var texts = new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            integers.send(new ProducerRecord<>("in", "k", 2));
            integers.send(new ProducerRecord<>("in", "k", 0));
            integers.flush();
            texts.send(new ProducerRecord<>("in", "k", "hello"));
            texts.flush();
            integers.send(new ProducerRecord<>("in", "k", 4));
            integers.send(new ProducerRecord<>("in", "k", 0));
            integers.send(new ProducerRecord<>("in", "k", 5));
        }
    }

    private static Topology hundredDividedBy() {
        var builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.Integer()))
                .mapValues(value -> 100 / value)
                .to("out", Produced.with(Serdes.String(), Serdes.Integer()));
        return builder.build();
    }

    /** The kit's own defaults, as a service inherits them. */
    private Properties config(KafkaBroker broker) throws Exception {
        var defaults = new Properties();
        try (var file =
                SkipBadRecords.class.getClassLoader().getResourceAsStream("META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        var config = new Properties();
        defaults.stringPropertyNames().stream()
                .filter(name -> name.startsWith("kafka-streams.") && !name.contains("replication"))
                .forEach(name -> config.put(name.substring("kafka-streams.".length()), defaults.getProperty(name)));
        assertThat(config).hasSizeGreaterThanOrEqualTo(5);
        config.put("application.id", "divide");
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("state.dir", state.toString());
        config.put("auto.offset.reset", "earliest");
        return config;
    }

    private static List<Integer> receive(Map<String, Object> servers, int howMany) {
        var values = new ArrayList<Integer>();
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new IntegerDeserializer())) {
            var partition = List.of(new TopicPartition("out", 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).records("out").forEach(record -> values.add(record.value()));
                return values.size() >= howMany;
            });
        }
        return values;
    }
}
