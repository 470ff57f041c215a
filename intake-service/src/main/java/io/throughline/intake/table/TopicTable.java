package io.throughline.intake.table;

import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import io.throughline.servicekit.privacy.WithoutMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The last value of each key of a compacted topic, in the memory of this instance: every instance reads all of it, and
 * goes on with what it has while Kafka is away. For tables of thousands of rows, not of millions.
 */
public final class TopicTable<V> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicTable.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final Topic<V> topic;
    private final Map<String, Object> consumerConfig;
    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean complete;
    private volatile boolean closed;

    /** @param kafka how clients reach the brokers */
    public TopicTable(Topic<V> topic, Map<String, Object> kafka) {
        this.topic = topic;
        this.consumerConfig = new HashMap<>(kafka);
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerConfig.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerConfig.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumerConfig.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.reader = Thread.ofPlatform().daemon().name("table-" + topic.name()).unstarted(this::readOn);
    }

    /** Begins to read. */
    public void start() {
        reader.start();
    }

    /** Whether all that was in the topic at the start has been read: before, an absent row may only be not read yet. */
    public boolean isComplete() {
        return complete;
    }

    /** The row of a key; null where there is none. */
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    /** All rows by their keys, as they come and go. */
    public Map<String, V> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /**
     * Waits until a row is as expected: a writer then reads what it wrote.
     *
     * @param expected gets null where there is no row
     * @return whether it came to be so in time
     */
    public boolean await(String key, Predicate<@Nullable V> expected, Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        synchronized (rows) {
            while (!expected.test(rows.get(key))) {
                long left = (giveUp - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    rows.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    private void readOn() {
        try (var opened = new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = opened;
            Map<TopicPartition, Long> ends = Map.of();
            while (!closed) {
                try {
                    if (ends.isEmpty()) {
                        ends = begin(opened);
                    }
                    readMore(opened, ends);
                } catch (KafkaException e) {
                    if (!(e instanceof WakeupException)) {
                        LOG.errorf(WithoutMessages.of(e), "%s cannot be read, trying again", topic.name());
                        pause();
                    }
                }
            }
        }
    }

    /** Where the topic ends now. */
    private Map<TopicPartition, Long> begin(KafkaConsumer<String, byte[]> from) {
        List<TopicPartition> partitions = from.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        from.assign(partitions);
        from.seekToBeginning(partitions);
        return from.endOffsets(partitions);
    }

    private void readMore(KafkaConsumer<String, byte[]> from, Map<TopicPartition, Long> ends) {
        for (var message : from.poll(POLL)) {
            take(message);
        }
        if (!complete && ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue())) {
            complete = true;
            LOG.infof("%s was read: %d rows", topic.name(), rows.size());
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        synchronized (rows) {
            if (message.value() == null) {
                rows.remove(message.key());
            } else {
                try {
                    rows.put(message.key(), ContractJson.MAPPER.readValue(message.value(), topic.valueType()));
                } catch (IOException e) {
                    LOG.errorf(
                            WithoutMessages.of(e),
                            "%s, partition %d, offset %d cannot be read and is skipped",
                            topic.name(),
                            message.partition(),
                            message.offset());
                }
            }
            rows.notifyAll();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
