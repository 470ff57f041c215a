package io.throughline.journey.stream;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Runs a stage in Kafka Streams. */
final class StageProcessor<M> implements Processor<String, M, String, Object> {

    private final Function<ProcessorContext<String, Object>, Stage<M>> maker;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable Stage<M> stage;

    /** @param maker makes the stage once its stores are there */
    StageProcessor(Function<ProcessorContext<String, Object>, Stage<M>> maker) {
        this.maker = maker;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        stage = maker.apply(processorContext);
    }

    @Override
    public void process(Record<String, M> record) {
        var output = new StageOutput(Objects.requireNonNull(context), record);
        Objects.requireNonNull(stage).receive(record.key(), record.value(), output);
    }
}
