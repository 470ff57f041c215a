package io.throughline.journey.stream;

import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
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

/** Runs a stage in Kafka Streams. */
final class StageProcessor<M> implements Processor<String, M, String, Object> {

    private final String name;
    private final Function<StageContext, Stage<M>> maker;
    private final Duration beat;

    private @Nullable StageContext context;
    private @Nullable Stage<M> stage;
    private @Nullable Pace pace;

    /**
     * @param name of the stage and its store
     * @param maker makes the stage once the store is there
     * @param beat how soon what was just accepted is committed
     */
    StageProcessor(String name, Function<StageContext, Stage<M>> maker, Duration beat) {
        this.name = name;
        this.maker = maker;
        this.beat = beat;
    }

    /** The store of a stage. Kafka Streams' record cache is off: it delays what is sent on, and costs more than it saves. */
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
    public void init(ProcessorContext<String, Object> processorContext) {
        var ownPace = new Pace(processorContext, beat);
        var ownContext = new StageContext(name, processorContext);
        stage = maker.apply(ownContext);
        BeforeCommit beforeCommit = processorContext.getStateStore(BeforeCommit.of(name));
        beforeCommit.act(processorContext, now -> {
            ownContext.commits(now);
            ownPace.committed(now);
        });
        context = ownContext;
        pace = ownPace;
    }

    @Override
    public void process(Record<String, M> record) {
        var stageContext = Objects.requireNonNull(context);
        var output = stageContext.output(record);
        Objects.requireNonNull(stage).receive(record.key(), record.value(), output);
        stageContext.said(record.key(), output);
        Objects.requireNonNull(pace).received(record.headers());
    }
}
