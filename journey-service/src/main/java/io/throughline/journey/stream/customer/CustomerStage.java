package io.throughline.journey.stream.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Stage D, keyed by customer: keeps what stands on the customer's record and publishes what follows from it. A changed
 * customer is only marked, and published a little later: many changes at once (a merge moves all of a person's contacts)
 * are one publication.
 */
public final class CustomerStage implements Stage<CustomerMessage> {

    private static final String TRACEPARENT = "traceparent";

    private final ProcessorContext<String, Object> context;
    private final CustomerRecord customerRecord;

    /** By customer: those who wait for publication, with the trace of their last change. */
    private final Records<String> changed;

    private final Publisher publisher;

    /**
     * @param store of the stage
     * @param function stitches and judges
     * @param publishInterval how long a changed customer waits at most until it is published
     */
    public CustomerStage(
            ProcessorContext<String, Object> context,
            KeyValueStore<String, byte[]> store,
            JourneyFunction function,
            Duration publishInterval) {
        this.context = context;
        customerRecord = new CustomerRecord(store);
        changed = new Records<>(store, "changed", String.class);
        publisher = new Publisher(customerRecord, function);
        context.schedule(publishInterval, PunctuationType.WALL_CLOCK_TIME, this::publishChanged);
    }

    @Override
    public void receive(String customer, CustomerMessage message, StageOutput output) {
        switch (message) {
            case CustomerMessage.Place place -> customerRecord.put(customer, place.contact(), place.published());
            case CustomerMessage.Release release -> release(customer, release, output);
            case CustomerMessage.Identified identified -> customerRecord.put(customer, identified.identifier());
            case CustomerMessage.Unidentified gone ->
                customerRecord.removeIdentifier(customer, gone.type(), gone.token());
            case CustomerMessage.CaseTold told -> customerRecord.put(customer, told.fact());
            case CustomerMessage.CaseGone gone -> customerRecord.removeCase(customer, gone.caseId());
        }
        changed.put(customer, traceparent(output.cause()));
    }

    /** Once it is released, nothing is published here any more under the names that follow from the contact. */
    private void release(String customer, CustomerMessage.Release release, StageOutput output) {
        var names = Keys.split(customer);
        var contact = new ContactKey(
                names.get(0), release.contact().source(), release.contact().contactId());
        var published = customerRecord.remove(customer, release.contact());
        output.toContact(contact, new ContactMessage.Released(names.get(1), published));
    }

    private void publishChanged(long now) {
        var marked = new LinkedHashMap<String, String>();
        changed.forEach(marked::put);
        marked.forEach((customer, traceparent) -> {
            var headers = new RecordHeaders();
            if (!traceparent.isEmpty()) {
                headers.add(TRACEPARENT, traceparent.getBytes(UTF_8));
            }
            var cause = new Record<>(customer, "", now, headers);
            publisher.publish(customer, new StageOutput(context, cause));
            changed.delete(customer);
        });
    }

    private static String traceparent(Record<?, ?> record) {
        var header = record.headers().lastHeader(TRACEPARENT);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
