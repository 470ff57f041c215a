package io.throughline.servicekit.sink;

import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies batches of a compacted topic to a table. A batch counts as read only when it is written, so it can come again
 * after a crash: the table must stand that.
 *
 * <p>A database that is away is waited for; nothing is skipped meanwhile. What can never be written (it is not what the
 * topic holds, or the database refuses its content) is logged by its place, counted and passed over, so that one record
 * does not stop everybody's.
 *
 * @param <V> what the topic holds
 * @param <R> what the table keeps of it
 */
public final class TableSink<V, R> {

    private static final Logger LOG = Logger.getLogger(TableSink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Makes of a record what a table keeps of it. */
    @FunctionalInterface
    public interface Reading<R> {

        /**
         * What the table keeps; empty when it keeps nothing, which deletes an earlier row of the key.
         *
         * @param value the record's: it is no tombstone
         * @throws IOException when the value is not what the topic holds
         */
        Optional<R> read(ConsumerRecord<String, byte[]> record, byte[] value) throws IOException;
    }

    private final Topic<?> topic;
    private final Reading<R> reading;
    private final BiFunction<String, R, String> identity;
    private final Consumer<Changes<R>> table;
    private final Counter applied;
    private final Counter unreadable;
    private final Counter refused;
    private final AtomicInteger waiting;

    /**
     * @param topic what is read; values are its JSON form
     * @param row what the table keeps of a value; empty when it keeps nothing, which deletes an earlier row of the key
     * @param table applies changes in one transaction of its own: all or none, and the same again without harm
     * @param metrics takes {@code throughline.sink.records} by topic and outcome, and {@code throughline.sink.waiting}
     */
    public TableSink(Topic<V> topic, Function<V, Optional<R>> row, Consumer<Changes<R>> table, MeterRegistry metrics) {
        this(topic, (value, record) -> row.apply(value), table, metrics);
    }

    /**
     * For a table that keeps with a row where on the topic it stands. An instance that has lost a partition may write
     * an older batch late; revisions do not tell, for they begin again when the writer's state is rebuilt.
     */
    public TableSink(
            Topic<V> topic,
            BiFunction<V, ConsumerRecord<String, byte[]>, Optional<R>> row,
            Consumer<Changes<R>> table,
            MeterRegistry metrics) {
        this(topic, parsed(topic, row), (key, kept) -> key, table, metrics);
    }

    /**
     * For a topic whose records of one key do not replace each other.
     *
     * @param identity what tells rows apart, from a record's key and its row
     */
    public TableSink(
            Topic<V> topic,
            Function<V, Optional<R>> row,
            BiFunction<String, R, String> identity,
            Consumer<Changes<R>> table,
            MeterRegistry metrics) {
        this(topic, parsed(topic, (value, record) -> row.apply(value)), identity, table, metrics);
    }

    /** The same, for a table that keeps most of a value as it was written: it need not be parsed whole. */
    public TableSink(
            Topic<V> topic,
            Reading<R> reading,
            BiFunction<String, R, String> identity,
            Consumer<Changes<R>> table,
            MeterRegistry metrics) {
        this.identity = identity;
        this.topic = topic;
        this.reading = reading;
        this.table = table;
        this.applied = counter(metrics, topic, "applied");
        this.unreadable = counter(metrics, topic, "unreadable");
        this.refused = counter(metrics, topic, "refused");
        this.waiting = metrics.gauge(
                "throughline.sink.waiting", Tags.of("messaging.destination.name", topic.name()), new AtomicInteger());
    }

    private static <V, R> Reading<R> parsed(
            Topic<V> topic, BiFunction<V, ConsumerRecord<String, byte[]>, Optional<R>> row) {
        ObjectReader reader = ContractJson.MAPPER.readerFor(topic.valueType());
        return (record, value) -> row.apply(reader.readValue(value), record);
    }

    /** Returns when the batch is in the table. */
    public void write(ConsumerRecords<String, byte[]> batch) {
        write(changes(batch));
    }

    private Changes<R> changes(ConsumerRecords<String, byte[]> batch) {
        var deleted = new LinkedHashSet<String>();
        var latest = new LinkedHashMap<String, R>();
        for (var record : batch) {
            try {
                var kept = record.value() == null ? Optional.<R>empty() : reading.read(record, record.value());
                if (kept.isPresent()) {
                    latest.put(identity.apply(record.key(), kept.get()), kept.get());
                } else {
                    latest.remove(record.key());
                    deleted.add(record.key());
                }
            } catch (IOException | RuntimeException e) {
                unreadable(record, e);
            }
        }
        return new Changes<>(deleted, latest);
    }

    private void unreadable(ConsumerRecord<?, ?> record, Exception error) {
        unreadable.increment();
        // A parser's message can repeat the content, so only its class is logged.
        LOG.errorf(
                "unreadable record passed over: topic=%s partition=%d offset=%d error=%s",
                topic.name(),
                record.partition(),
                record.offset(),
                error.getClass().getSimpleName());
    }

    private void write(Changes<R> changes) {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                table.accept(changes);
                waiting.set(0);
                applied.increment(changes.keys().size());
                return;
            } catch (RuntimeException e) {
                var state = SqlState.of(e);
                if (isRefusal(e, state)) {
                    waiting.set(0);
                    writeWithoutRefused(changes, e, state);
                    return;
                }
                waiting.set(1);
                LOG.warnf(
                        "database awaited: topic=%s pause=%s error=%s sqlstate=%s",
                        topic.name(), pause, e.getClass().getSimpleName(), state);
                sleep(pause);
            }
        }
    }

    private void writeWithoutRefused(Changes<R> changes, RuntimeException refusal, String state) {
        if (changes.keys().size() > 1) {
            changes.byKey().forEach(this::write);
        } else {
            refused.increment();
            LOG.errorf(
                    "refused record passed over: topic=%s error=%s sqlstate=%s",
                    topic.name(), refusal.getClass().getSimpleName(), state);
        }
    }

    /** Wrong data, violated integrity, too large, or no row can be made of it: the same content is refused again. */
    private static boolean isRefusal(RuntimeException error, String sqlState) {
        return sqlState.isEmpty()
                ? error instanceof NullPointerException
                        || error instanceof IllegalArgumentException
                        || error instanceof ClassCastException
                        || error instanceof ArithmeticException
                : sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("54");
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was awaited", e);
        }
    }

    private static Counter counter(MeterRegistry metrics, Topic<?> topic, String outcome) {
        return metrics.counter(
                "throughline.sink.records", "messaging.destination.name", topic.name(), "outcome", outcome);
    }
}
