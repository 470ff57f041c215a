package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether stages and read model have read what was written before. After an upgrade the stages read the log anew, while
 * the read model has all customers still.
 */
@ApplicationScoped
public class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** An event that joins two persons moves a contact by eight messages, each said when the one before is read. */
    private static final int HOPS = 1 + 8;

    private final String bootstrapServers;
    private final String stages;
    private final String journeys;
    private final String identities;

    public Backlog(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String stages,
            @ConfigProperty(name = "mp.messaging.incoming.journeys-to-read-model.group.id") String journeys,
            @ConfigProperty(name = "mp.messaging.incoming.identities-to-read-model.group.id") String identities) {
        this.bootstrapServers = bootstrapServers;
        this.stages = stages;
        this.journeys = journeys;
        this.identities = identities;
    }

    /** Waits until all that was written before is read; false when that takes longer, or cannot be found out. */
    public boolean isRead(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            return isRead(stages, List.of(Topics.CONTACT_EVENTS, InternalTopics.MESSAGES), HOPS, deadline)
                    && isRead(journeys, List.of(Topics.CONTACT_JOURNEYS), 1, deadline)
                    && isRead(identities, List.of(Topics.CUSTOMER_IDENTITIES), 1, deadline);
        } catch (KafkaException e) {
            LOG.warnf("backlog unknown: error=%s", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean isRead(String group, List<Topic<?>> topics, int times, long deadline) {
        var names = topics.stream().map(Topic::name).toList();
        try (var consumer = consumer(bootstrapServers, group)) {
            for (int i = 0; i < times; i++) {
                if (!isRead(consumer, names, deadline)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Of the group, but it never joins: it takes no partition from anybody. */
    static Consumer<byte[], byte[]> consumer(String bootstrapServers, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        2000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        3000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Waits until the consumer's group has committed what the topics hold now; false at the deadline. */
    static boolean isRead(Consumer<byte[], byte[]> consumer, Collection<String> topics, long deadline) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        while (isAnyLeft(consumer, begins, ends, deadline)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static boolean isAnyLeft(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            long deadline) {
        var left = new HashMap<TopicPartition, Long>();
        var committed = consumer.committed(ends.keySet());
        ends.forEach((partition, end) -> {
            var known = committed.get(partition);
            // What the broker has deleted nobody will commit.
            long next = Math.max(known == null ? 0 : known.offset(), offset(begins, partition));
            if (next < end) {
                left.put(partition, next);
            }
        });
        // Behind the last record stand the ends of transactions, which are no records: nobody need commit these.
        consumer.assign(left.keySet());
        left.forEach(consumer::seek);
        while (left.keySet().stream().anyMatch(one -> consumer.position(one) < offset(ends, one))) {
            for (var found : consumer.poll(PAUSE)) {
                if (found.offset() < offset(ends, new TopicPartition(found.topic(), found.partition()))) {
                    return true;
                }
            }
            if (System.nanoTime() > deadline) {
                return true;
            }
        }
        return false;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
