package io.throughline.journey.stream;

import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Runs a stage in Kafka Streams. */
final class StageProcessor<M> implements Processor<String, M, String, Object> {

    private final String store;
    private final Maker<M> maker;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable Stage<M> stage;

    /**
     * @param store name of the stage's store
     * @param maker makes the stage once the store is there
     */
    StageProcessor(String store, Maker<M> maker) {
        this.store = store;
        this.maker = maker;
    }

    /** Makes a stage. */
    @FunctionalInterface
    interface Maker<M> {

        Stage<M> make(ProcessorContext<String, Object> context, KeyValueStore<String, byte[]> store);
    }

    /** The store of a stage. Kafka Streams' record cache is off: it delays what is sent on, and costs more than it saves. */
    static StoreBuilder<KeyValueStore<String, byte[]>> store(KeyValueBytesStoreSupplier storage) {
        return Stores.keyValueStoreBuilder(storage, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        stage = maker.make(processorContext, processorContext.getStateStore(store));
    }

    @Override
    public void process(Record<String, M> record) {
        var output = new StageOutput(Objects.requireNonNull(context), record);
        Objects.requireNonNull(stage).receive(record.key(), record.value(), output);
    }
}
