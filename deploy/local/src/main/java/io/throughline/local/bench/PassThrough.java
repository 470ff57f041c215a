package io.throughline.local.bench;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The program that a service is compared with: Kafka Streams passing on the bytes of a contract's topic as they are, over
 * as many hops, keeping nothing.
 */
final class PassThrough {

    /** The name of its consumer group. */
    static final String GROUP = "pass-through";

    /** Where the events come out. */
    static final String OUTPUT = "bench.pass-through";

    private PassThrough() {}

    /**
     * Runs until it is terminated.
     *
     * @param arguments the topic, hops, then settings of Kafka Streams as {@code name=value}
     */
    public static void main(String[] arguments) {
        var settings = new Properties();
        for (int i = 2; i < arguments.length; i++) {
            var setting = arguments[i].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        settings.put("application.id", GROUP);
        var streams = open(topology(topic(arguments[0]), Integer.parseInt(arguments[1])), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "streams-closer"));
        streams.start();
    }

    /** What cannot be opened ends the process: threads of Kafka's would keep it, and it would be measured for nothing. */
    private static KafkaStreams open(Topology topology, Properties settings) {
        try {
            return new KafkaStreams(topology, settings);
        } catch (KafkaException e) {
            e.printStackTrace();
            System.exit(1);
            throw e;
        }
    }

    /** Each hop but the first reads a topic that the one before has written. */
    static Topology topology(Topic<?> source, int hops) {
        var builder = new StreamsBuilder();
        KStream<byte[], byte[]> events =
                builder.stream(source.name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));
        for (int hop = 2; hop <= hops; hop++) {
            events = events.repartition(Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
                    .withName("hop-" + hop)
                    .withNumberOfPartitions(source.partitions()));
        }
        events.to(OUTPUT, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    private static Topic<?> topic(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
