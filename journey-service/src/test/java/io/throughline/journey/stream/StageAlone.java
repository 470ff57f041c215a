package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.journey.stream.message.StageMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** A stage without a task: it has a store of its own, and says nothing to anybody before it is asked what it has said. */
final class StageAlone<M extends StageMessage> {

    /** What it said, to whom or on which public topic; the value is null for a tombstone. */
    record Said(Topic<?> topic, String key, @Nullable Object value) {}

    private final Class<M> type;
    private final Function<StageContext, Stage<M>> maker;
    private final KeyValueStore<Bytes, byte[]> store;
    private final List<Said> said = new ArrayList<>();
    private final List<LongConsumer> clocks = new ArrayList<>();
    private RunningStage<M> stage;

    StageAlone(Class<M> type, Function<StageContext, Stage<M>> maker) {
        this.type = type;
        this.maker = maker;
        store = Stores.inMemoryKeyValueStore(type.getSimpleName()).get();
        store.init(new MockProcessorContext<String, Object>().getStateStoreContext(), store);
        stage = start();
    }

    private RunningStage<M> start() {
        clocks.clear();
        var context = new StageContext(
                store,
                (topic, record) -> said.add(new Said(topic, record.key(), record.value())),
                (interval, action) -> clocks.add(action));
        return new RunningStage<>(context, maker);
    }

    /** Begins anew with what stands in its store. */
    void restart() {
        stage = start();
    }

    void receive(String key, StageMessage message) {
        stage.receive(type.cast(message), new Record<>(key, "", 0));
    }

    void commits(long now) {
        stage.commits(now);
    }

    /** The time has come for which it asked. */
    void tick(long now) {
        clocks.forEach(clock -> clock.accept(now));
    }

    /** What it has said since it was asked last. */
    List<Said> said() {
        var all = List.copyOf(said);
        said.clear();
        return all;
    }

    KeyValueStore<Bytes, byte[]> store() {
        return store;
    }
}
