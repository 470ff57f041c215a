package io.throughline.journey.stream;

import io.throughline.servicekit.tracing.Trail;
import java.util.Objects;
import java.util.function.Function;
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

    private final String name;
    private final Function<StageContext, Stage<M>> maker;
    /**
     * Traces of what was only taken in, by key: what is said of the key next is their effect, too (a contact waits for
     * whose it is). On the heap: after a restart these traces end earlier.
     */
    private final Recent<Trail> silent = new Recent<>();

    private @Nullable StageContext context;
    private @Nullable Stage<M> stage;

    /**
     * @param name of the stage and its store
     * @param maker makes the stage once the store is there
     */
    StageProcessor(String name, Function<StageContext, Stage<M>> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** The store of a stage. Kafka Streams' record cache is off: it delays what is sent on, and costs more than it saves. */
    static StoreBuilder<KeyValueStore<String, byte[]>> store(KeyValueBytesStoreSupplier storage) {
        return Stores.keyValueStoreBuilder(storage, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = new StageContext(name, processorContext);
        stage = maker.apply(context);
    }

    @Override
    public void process(Record<String, M> record) {
        var earlier = silent.get(record.key());
        var cause = earlier == null
                ? record
                : record.withHeaders(earlier.with(Trail.of(record.headers())).headers());
        var output = Objects.requireNonNull(context).output(cause);
        Objects.requireNonNull(stage).receive(record.key(), record.value(), output);
        if (output.isUsed()) {
            silent.remove(record.key());
        } else if (Trail.isKept(record.headers())) {
            silent.put(record.key(), Trail.of(cause.headers()).withoutTime(), 1);
        }
    }
}
