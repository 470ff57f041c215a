package io.throughline.contracts.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic of the contract: producer, consumer, test and deployment take name and settings from here.
 *
 * @param name as on the broker
 * @param owner the only service that writes it
 * @param valueType what a record holds, as JSON
 * @param cleanup what happens to old records
 * @param retention how long records are kept by time of arrival; null unless cleanup is DELETE
 * @param partitions how many
 */
public record Topic<V>(
        String name, Owner owner, Class<V> valueType, Cleanup cleanup, @Nullable Duration retention, int partitions) {

    /**
     * The largest record, in bytes: a journey of some thousand contacts. Producers need the same as their
     * {@code max.request.size}.
     */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    /**
     * How long the deletion of a key can be read after the key itself was cleaned away. A reader that is away for longer
     * keeps what was deleted, an erased customer with it; the broker's default is a day.
     */
    static final Duration TOMBSTONES_KEPT = Duration.ofDays(30);

    private static final int QUEUE_SEGMENT_BYTES = 64 * 1024 * 1024;

    /** Who writes a topic. */
    public enum Owner {
        INTAKE,
        JOURNEY,
        ROUTING,
        FEEDBACK
    }

    /** What happens to old records. */
    public enum Cleanup {
        /** The last record of each key stays. */
        COMPACT,
        /** Records go after the retention. */
        DELETE,
        /** Records stay until their only reader deletes them: a queue between the stages of one service. */
        ONCE_READ
    }

    /**
     * The broker's settings of the topic. Time stamps are the broker's own: one taken from an event would have history
     * deleted at the next roll and a skewed clock's events refused.
     */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        settings.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
        if (cleanup == Cleanup.COMPACT) {
            settings.put("delete.retention.ms", Long.toString(TOMBSTONES_KEPT.toMillis()));
        }
        if (retention != null) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        if (cleanup == Cleanup.ONCE_READ) {
            settings.put("retention.ms", "-1");
            // What was deleted is freed by whole segments.
            settings.put("segment.bytes", Integer.toString(QUEUE_SEGMENT_BYTES));
        }
        return settings;
    }
}
