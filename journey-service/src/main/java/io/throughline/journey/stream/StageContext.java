package io.throughline.journey.stream;

import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a stage has of Kafka Streams: its store, its output, and a clock that calls it. */
public final class StageContext {

    private final String name;
    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, byte[]> store;

    StageContext(String name, ProcessorContext<String, Object> context) {
        this.name = name;
        this.context = context;
        this.store = context.getStateStore(name);
    }

    /** The stage's store. */
    public KeyValueStore<String, byte[]> store() {
        return store;
    }

    /** Calls the stage again and again, with the time in milliseconds since 1970. */
    public void every(Duration interval, LongConsumer action) {
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, action::accept);
    }

    /**
     * Output that no record at hand is the cause of.
     *
     * @param trail what is known of where it comes from
     * @param now milliseconds since 1970
     */
    public StageOutput output(Trail trail, long now) {
        return new StageOutput(name, context, new Record<>("", "", now, trail.headers()));
    }

    StageOutput output(Record<String, ?> cause) {
        return new StageOutput(name, context, cause);
    }
}
