package io.throughline.local.client;

import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import io.throughline.local.stack.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Watches how far the services have come with what is in Kafka. */
public final class Pipeline {

    /**
     * Markers of transactions at the end of a partition are no records: a consumer has nothing to commit for them. There
     * are as many as threads that wrote there last.
     */
    private static final long MARKERS = 8;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int CALM_LOOKS = 3;

    private Pipeline() {}

    /**
     * What consumers have committed and what there is.
     *
     * @param committed by group and partition
     * @param ends the offset after the last committed record, by partition
     */
    private record Offsets(Map<String, Map<TopicPartition, Long>> committed, Map<TopicPartition, Long> ends) {

        /** Records that some group has yet to read; for a partition that nobody has read yet, all of it. */
        long lag() {
            return committed.values().stream()
                    .flatMap(partitions -> partitions.entrySet().stream())
                    .mapToLong(entry -> ends.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                    .filter(lag -> lag > MARKERS)
                    .sum();
        }

        boolean isRead(String topic) {
            Set<TopicPartition> read = committed.values().stream()
                    .flatMap(partitions -> partitions.keySet().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            return ends.entrySet().stream()
                    .filter(end -> end.getKey().topic().equals(topic) && end.getValue() > 0)
                    .allMatch(end -> read.contains(end.getKey()));
        }
    }

    /**
     * Waits until every event has gone all the way: nothing is left to read, and nothing new is written any more.
     *
     * @throws Failure when it takes longer than the patience
     */
    public static void awaitDrained(String bootstrapServers, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var last = look(admin);
            for (int calm = 0; calm < CALM_LOOKS; ) {
                if (System.nanoTime() > deadline) {
                    throw new Failure("The services have not worked off all events in " + patience.toMinutes()
                            + " minutes (" + last.lag() + " records to go): see ./throughline logs journey and"
                            + " ./throughline logs feedback");
                }
                Pause.of(LOOK_EVERY);
                var now = look(admin);
                boolean atRest = now.equals(last)
                        && now.lag() == 0
                        && now.isRead(Topics.CONTACT_EVENTS.name())
                        && now.isRead(Topics.CONTACT_JOURNEYS.name());
                calm = atRest ? calm + 1 : 0;
                last = now;
            }
        } catch (ExecutionException e) {
            throw new Failure("Kafka does not tell its offsets: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static Offsets look(Admin admin) throws ExecutionException, InterruptedException {
        var committed = new HashMap<String, Map<TopicPartition, Long>>();
        for (var group : admin.listGroups().all().get()) {
            var offsets = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var known = new HashMap<TopicPartition, Long>();
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    known.put(partition, offset.offset());
                }
            });
            committed.put(group.groupId(), known);
        }
        return new Offsets(committed, ends(admin));
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var names = admin.listTopics().names().get();
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(List.copyOf(names)).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(partition -> asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
