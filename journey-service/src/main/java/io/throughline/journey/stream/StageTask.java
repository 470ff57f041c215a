package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.journey.stream.identity.IdentityStage;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.journey.stream.message.StageMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The stages of one partition. What identifiers, cases and customers tell each other within it is handed over at once, all
 * else goes by the topic of messages. Either way keeps the order, and from one to another it is always the same way.
 */
final class StageTask {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<Bytes, byte[]> store;
    private final int partitions;
    private final List<Cancellable> clocks = new ArrayList<>();
    private final RunningStage<ContactMessage> contacts;
    private final RunningStage<IdentityMessage> identifiers;
    private final RunningStage<CaseMessage> cases;
    private final RunningStage<CustomerMessage> customers;

    /** Messages within the partition; empty between two records. */
    private final Queue<Record<String, ? extends StageMessage>> inbox = new ArrayDeque<>();

    /**
     * @param context of the processor
     * @param journeys stitches and judges
     * @param publishInterval how long a changed customer waits at most until it is published
     * @param partitions how many there are
     */
    StageTask(
            ProcessorContext<String, Object> context,
            JourneyFunction journeys,
            Duration publishInterval,
            int partitions) {
        this.context = context;
        this.store = StageProcessor.unmeasured(context.getStateStore(Stage.STORE));
        this.partitions = partitions;
        // A contact speaks before a commit, when nothing may be left to hand over.
        contacts = stage(this::send, ContactStage::new);
        identifiers = stage(this::tell, one -> new IdentityStage(one.store()));
        cases = stage(this::tell, one -> new CaseStage(one.store()));
        customers = stage(this::tell, one -> new CustomerStage(one, journeys, publishInterval));
    }

    private <M> RunningStage<M> stage(Outlet outlet, Function<StageContext, Stage<M>> maker) {
        var stageContext = new StageContext(
                store,
                outlet,
                (interval, action) ->
                        clocks.add(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, action::accept)));
        return new RunningStage<>(stageContext, maker);
    }

    /** Handles a record, and all that is thereupon said within the partition. */
    void process(Record<String, StageMessage> record) {
        receive(record);
        while (!inbox.isEmpty()) {
            receive(inbox.remove());
        }
    }

    private void receive(Record<String, ? extends StageMessage> record) {
        switch (record.value()) {
            case ContactMessage message -> contacts.receive(message, record);
            case IdentityMessage message -> identifiers.receive(message, record);
            case CaseMessage message -> cases.receive(message, record);
            case CustomerMessage message -> customers.receive(message, record);
        }
    }

    /**
     * To be called before a commit.
     *
     * @param now milliseconds since 1970
     */
    void commits(long now) {
        contacts.commits(now);
        customers.commits(now);
    }

    /** Ends what the stages do by the clock. */
    void close() {
        clocks.forEach(Cancellable::cancel);
    }

    private void tell(Topic<?> topic, Record<String, ?> record) {
        // There may be very many contacts: more than one transaction should take. What is asked for again is said
        // before a
        // commit, when nothing may be left to hand over.
        if (record.value() instanceof StageMessage message
                && !(message instanceof ContactMessage)
                && !(message instanceof CustomerMessage.Erase)
                && Routes.partition(record.key(), message, partitions)
                        == context.taskId().partition()) {
            inbox.add(record.withValue(message));
        } else {
            send(topic, record);
        }
    }

    private void send(Topic<?> topic, Record<String, ?> record) {
        context.forward(record.<Object>withValue(record.value()), topic.name());
    }
}
