package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import org.apache.kafka.streams.processor.api.Record;

/** Takes what a stage says. */
@FunctionalInterface
interface Outlet {

    /** @param record its value is null for a tombstone */
    void take(Topic<?> topic, Record<String, ?> record);
}
