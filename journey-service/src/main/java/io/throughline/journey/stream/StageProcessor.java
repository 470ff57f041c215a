package io.throughline.journey.stream;

import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.journey.stream.message.StageMessage;
import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.MeteredKeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/** Runs the stages of a partition in Kafka Streams. */
final class StageProcessor implements Processor<String, StageMessage, String, Object> {

    private final JourneyFunction journeys;
    private final Duration beat;
    private final IntSupplier partitions;

    private @Nullable StageTask task;
    private @Nullable Pace pace;

    /**
     * @param journeys stitches and judges
     * @param beat how soon what was just accepted is committed
     * @param partitions how many there are; asked once Kafka Streams runs
     */
    StageProcessor(JourneyFunction journeys, Duration beat, IntSupplier partitions) {
        this.journeys = journeys;
        this.beat = beat;
        this.partitions = partitions;
    }

    /** The store. Kafka Streams' record cache is off: it delays what is sent on, and costs more than it saves. */
    static StoreBuilder<KeyValueStore<String, byte[]>> store(KeyValueBytesStoreSupplier storage) {
        return Stores.keyValueStoreBuilder(storage, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /**
     * A store beneath the layer of Kafka Streams that measures each access: it registers a metric for each iterator, which
     * costs more than what the iterator reads. What is written still goes to the changelog.
     */
    @SuppressWarnings("unchecked")
    static KeyValueStore<Bytes, byte[]> unmeasured(StateStore store) {
        return switch (store) {
            case MeteredKeyValueStore<?, ?> measured -> measured.wrapped();
            case WrappedStateStore<?, ?, ?> wrapper -> unmeasured(wrapper.wrapped());
            default -> (KeyValueStore<Bytes, byte[]>) store;
        };
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var ownTask = new StageTask(context, journeys, beat, partitions.getAsInt());
        var ownPace = new Pace(context, beat);
        BeforeCommit beforeCommit = context.getStateStore(BeforeCommit.of(Stage.STORE));
        beforeCommit.act(context, now -> {
            ownTask.commits(now);
            ownPace.committed(now);
        });
        task = ownTask;
        pace = ownPace;
    }

    @Override
    public void process(Record<String, StageMessage> record) {
        Objects.requireNonNull(task).process(record);
        Objects.requireNonNull(pace).received(record.headers());
    }

    /** Kafka Streams may open the same task again after an aborted transaction, and does not stop its clocks by itself. */
    @Override
    public void close() {
        if (task != null && pace != null) {
            task.close();
            pace.close();
        }
    }
}
