package io.throughline.intake.publish;

import io.throughline.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param value null deletes the key of a compacted topic
 * @param contentType media type of the value
 * @param causedBy W3C trace context of what the record reports; null where it has none
 */
public record OutgoingRecord(
        Topic<?> topic, String key, byte @Nullable [] value, String contentType, @Nullable String causedBy) {}
