package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.simulator.Simulator;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/**
 * What an event costs: a simulated month over a real broker, beside a topology of as many hops that only passes on. Not a
 * test. {@code java -cp … io.throughline.journey.stream.StreamCost [customers]}; with
 * {@code -XX:StartFlightRecording:filename=cost.jfr} it says where the time goes.
 */
public final class StreamCost {

    private static final int HOPS = 2;

    /** When nothing has been published for so many times, all is done. */
    private static final int QUIET_TIMES = 10;

    private StreamCost() {}

    /** @param args how many customers the month has */
    public static void main(String[] args) throws Exception {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : Simulator.CUSTOMERS;
        var events = TakenIn.month(1, customers);
        System.out.printf("%d events%n", events.size());
        if (args.length < 2) {
            measure("pass-through", passThrough(), events);
        }
        measure("journeys", Cluster.journeys(), events);
    }

    private static void measure(String name, Topology topology, List<ContactEvent> events) throws Exception {
        var directory = Files.createTempDirectory("stream-cost");
        try (var cluster = new Cluster()) {
            cluster.send(events);
            long began = System.nanoTime();
            var streams = cluster.start(topology, directory);
            double cpu = 0;
            double seconds = 0;
            for (long records = -1, quiet = 0; quiet < QUIET_TIMES; ) {
                Thread.sleep(250);
                long now = cluster.end(Topics.CONTACT_JOURNEYS);
                quiet = now == records && now > 0 ? quiet + 1 : 0;
                if (quiet == 0) {
                    seconds = (System.nanoTime() - began) / 1e9;
                    cpu = streamThreadsCpuSeconds();
                }
                records = now;
            }
            System.out.printf(
                    "%s: %.0f events/s, %.1f us CPU per event%n",
                    name, events.size() / seconds, cpu / events.size() * 1e6);
            for (var topic : new JourneyStreams().topics()) {
                System.out.printf("  %-28s %8d records%n", topic.name(), cluster.end(topic));
            }
            streams.close(Duration.ofSeconds(10));
        } finally {
            delete(directory);
        }
    }

    private static double streamThreadsCpuSeconds() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                        .filter(id -> threads.getThreadInfo(id) != null
                                && threads.getThreadInfo(id).getThreadName().contains("StreamThread"))
                        .map(threads::getThreadCpuTime)
                        .sum()
                / 1e9;
    }

    /** As many hops as an event takes: to its contact, its customer, and the public topic. */
    private static Topology passThrough() {
        var topology = new Topology();
        var topics = new ArrayList<Topic<?>>(
                List.of(Topics.CONTACT_EVENTS, InternalTopics.MESSAGES, Topics.CONTACT_JOURNEYS));
        for (int hop = 0; hop < HOPS; hop++) {
            topology.addSource(
                    "from-" + hop,
                    Serdes.ByteArray().deserializer(),
                    Serdes.ByteArray().deserializer(),
                    topics.get(hop).name());
            topology.addSink(
                    "to-" + hop,
                    topics.get(hop + 1).name(),
                    Serdes.ByteArray().serializer(),
                    Serdes.ByteArray().serializer(),
                    "from-" + hop);
        }
        return topology;
    }

    private static void delete(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
