package io.throughline.local.bench;

import io.throughline.contracts.topic.Topic;
import io.throughline.local.Failure;
import io.throughline.local.stack.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How a process worked off what is on a topic, looked at several times a second: by what its consumer
 * group has committed, on all the topics that it reads.
 *
 * @param samples by time, at least one
 * @param drained whether all was worked off, between the stages too, before the time was over
 */
record Course(List<Sample> samples, boolean drained) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** Nothing moves any more when that many looks in a row see the same. */
    private static final int CALM_LOOKS = 4;
    /** Markers of transactions at the end of a partition are no records, and nobody commits behind them. */
    private static final long MARKERS = 8;

    private static final String SILENT = "Kafka does not tell its offsets";

    /**
     * One look.
     *
     * @param nanos of {@link System#nanoTime}
     * @param events of the topic that are committed
     * @param cpu what the process has used since its start
     */
    record Sample(long nanos, long events, Duration cpu) {}

    Course {
        samples = List.copyOf(samples);
    }

    /** What a part of the events took. */
    record Cost(long events, double seconds, double cpuMicrosPerEvent) {

        double eventsPerSecond() {
            return events / seconds;
        }
    }

    /**
     * Has work given to a process and watches until nothing is left to do, or the time is over.
     *
     * @param source the topic that it works off
     * @param limit of the time after the work was given
     */
    static Course watch(
            Admin admin, Topic<?> source, String group, ProcessHandle process, Duration limit, Runnable giveWork) {
        var samples = new ArrayList<Sample>();
        var last = Offsets.look(admin, source, group);
        samples.add(new Sample(System.nanoTime(), last.events(), cpu(process)));
        giveWork.run();
        long deadline = System.nanoTime() + limit.toNanos();
        int calm = 0;
        while (true) {
            var now = Offsets.look(admin, source, group);
            if (now.equals(last)) {
                calm++;
            } else {
                calm = 0;
                samples.add(new Sample(System.nanoTime(), now.events(), cpu(process)));
            }
            if (calm >= CALM_LOOKS && now.lag() == 0) {
                return new Course(samples, true);
            }
            if (System.nanoTime() > deadline) {
                return new Course(samples, false);
            }
            last = now;
            Pause.of(LOOK_EVERY);
        }
    }

    /** Events worked off while it was watched. */
    long events() {
        return samples.getLast().events() - samples.getFirst().events();
    }

    /** The cost of the events after the first of them, which warm up the process: their share is 0..1. */
    Cost costAfter(double warmUpShare) {
        long from = samples.getFirst().events() + Math.round(events() * warmUpShare);
        var begin = samples.stream()
                .filter(sample -> sample.events() >= from)
                .findFirst()
                .orElseThrow();
        var end = samples.getLast();
        long events = end.events() - begin.events();
        return new Cost(
                events,
                (end.nanos() - begin.nanos()) / 1e9,
                end.cpu().minus(begin.cpu()).toNanos() / 1e3 / events);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new Failure("A process has ended while it was measured, or this system does not tell"
                        + " what processor time it used."));
    }

    /** What a group has committed, and where the topics that it reads end. */
    private record Offsets(Topic<?> source, Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {

        long events() {
            return committed.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(source.name()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        long lag() {
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                    .filter(lag -> lag > MARKERS)
                    .sum();
        }

        static Offsets look(Admin admin, Topic<?> source, String group) {
            var committed = new HashMap<TopicPartition, Long>();
            KafkaAnswer.to(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), SILENT)
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            committed.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
            for (int partition = 0; partition < source.partitions(); partition++) {
                asked.put(new TopicPartition(source.name(), partition), OffsetSpec.latest());
            }
            var ends = new HashMap<TopicPartition, Long>();
            KafkaAnswer.to(admin.listOffsets(asked).all(), SILENT)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return new Offsets(source, committed, ends);
        }
    }
}
