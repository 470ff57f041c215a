package io.throughline.journey.stream;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;

/** A stage at work. */
final class RunningStage<M> {

    private final StageContext context;
    private final Stage<M> stage;

    RunningStage(StageContext context, Function<StageContext, Stage<M>> maker) {
        this.context = context;
        this.stage = maker.apply(context);
    }

    /** @param record that has the message */
    void receive(M message, Record<String, ?> record) {
        var output = context.output(record);
        stage.receive(record.key(), message, output);
        context.said(record.key(), output);
    }

    /**
     * To be called before a commit.
     *
     * @param now milliseconds since 1970
     */
    void commits(long now) {
        context.commits(now);
    }
}
