package io.throughline.intake.rejected;

import io.smallrye.common.annotation.Identifier;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of refusals where it is asked to, newest first. People ask for it now and then, so there is no second
 * copy of it that would have to be kept; the work of one question is bounded.
 */
@ApplicationScoped
class RejectedLog {

    /** One page at most reads so many records, matching or not. */
    static final int MAX_SCANNED = 50_000;

    private static final String TOPIC = Topics.CONTACT_EVENTS_REJECTED.name();
    private static final int READERS = 4;
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(4);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Brokers stamp records a moment after intake does, by another clock. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    /** What a question reads with. */
    interface Records {

        /** The record of a place, if it is still there. */
        Optional<Refusal> at(Place place);

        /**
         * The matching records of a partition, newest first.
         *
         * @param from first offset
         * @param before offset after the last one
         */
        List<Refusal> between(int partition, long from, long before, RefusalFilter filter);
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; null where there is none
     */
    record Page(List<Refusal> refusals, @Nullable Cursor next) {}

    private final Map<String, Object> consumerConfig;
    private final Semaphore readers = new Semaphore(READERS);

    RejectedLog(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        consumerConfig = new HashMap<>(kafka);
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerConfig.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerConfig.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumerConfig.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumerConfig.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        consumerConfig.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) KAFKA_PATIENCE.toMillis());
    }

    /** The refusal of a place; empty where there is none, or none any more. */
    Optional<Refusal> find(Place place) {
        return reading(consumer -> {
            var partition = new TopicPartition(TOPIC, place.partition());
            if (!partitions(consumer).contains(partition)) {
                return Optional.empty();
            }
            return new KafkaRefusals(consumer, KAFKA_PATIENCE).at(place);
        });
    }

    /**
     * The newest refusals that match.
     *
     * @param since the end of the page before; null for the first page
     */
    Page newest(RefusalFilter filter, @Nullable Cursor since, int limit) {
        return reading(consumer -> {
            var partitions = partitions(consumer);
            var first = consumer.beginningOffsets(partitions);
            var end = consumer.endOffsets(partitions);
            var from = atTime(consumer, partitions, filter.from(), -1);
            var to = atTime(consumer, partitions, filter.to(), 1);
            var ranges = new ArrayList<NewestFirst.Range>();
            for (var partition : partitions) {
                int number = partition.partition();
                long last = end.getOrDefault(partition, 0L);
                long lowest =
                        from.getOrDefault(partition, filter.from() == null ? first.getOrDefault(partition, 0L) : last);
                long before = to.getOrDefault(partition, last);
                long seen = since == null ? Long.MAX_VALUE : since.before().getOrDefault(number, Long.MAX_VALUE);
                ranges.add(new NewestFirst.Range(number, lowest, Math.min(before, seen)));
            }
            var records = new KafkaRefusals(consumer, KAFKA_PATIENCE);
            return new NewestFirst(records, filter, ranges).page(limit, MAX_SCANNED);
        });
    }

    /** The first offset of each partition at or after a time, give or take the clocks; none where nothing came after. */
    private static Map<TopicPartition, Long> atTime(
            KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, @Nullable Instant time, int later) {
        var offsets = new HashMap<TopicPartition, Long>();
        if (time != null) {
            long millis =
                    Math.max(0, time.plus(CLOCKS_APART.multipliedBy(later)).toEpochMilli());
            var asked = new HashMap<TopicPartition, Long>();
            partitions.forEach(partition -> asked.put(partition, millis));
            Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
        }
        return offsets;
    }

    private <T> T reading(Function<KafkaConsumer<String, byte[]>, T> question) {
        if (!readers.tryAcquire()) {
            throw ProblemException.unavailable("Others are reading what was refused.", RETRY_AFTER);
        }
        try (var consumer =
                new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer())) {
            return question.apply(consumer);
        } catch (KafkaException e) {
            throw ProblemException.unavailable("Kafka does not answer at the moment.", RETRY_AFTER);
        } finally {
            readers.release();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
    }
}
