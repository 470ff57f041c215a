package io.throughline.journey.stream.customer;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageContext;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stage D, keyed by customer: keeps what stands on the customer's record and publishes what follows from it. A changed
 * customer is only marked, and published a little later: many changes at once (a merge moves all of a person's contacts)
 * are one publication.
 */
public final class CustomerStage implements Stage<CustomerMessage> {

    private final StageContext context;
    private final CustomerRecord customerRecord;

    /** By customer: those who wait for publication, with the trace of the change that began it. */
    private final Records<String> changed;

    /** The same on the heap, with the trace of their last change. */
    private final Map<String, String> waiting = new LinkedHashMap<>();

    /** By customer: what befell those of the changed, where it was more than events. */
    private final Records<Occasion> occasions;

    private final Rejudging rejudging;
    private final Publisher publisher;
    private final Erasing erasing;

    /**
     * @param function stitches and judges
     * @param publishInterval how long a changed customer waits at most until it is published
     */
    public CustomerStage(StageContext context, JourneyFunction function, Duration publishInterval) {
        this.context = context;
        customerRecord = new CustomerRecord(context.store());
        changed = new Records<>(context.store(), "changed", String.class);
        changed.forEach(waiting::put);
        occasions = new Records<>(context.store(), "occasion", Occasion.class);
        rejudging = new Rejudging(context.store(), function);
        publisher = new Publisher(customerRecord, function);
        erasing = new Erasing(context.store(), customerRecord);
        context.every(publishInterval, this::publishChanged);
    }

    @Override
    public void receive(String customer, CustomerMessage message, StageOutput output) {
        if (!waiting.containsKey(customer) && !customerRecord.isKnown(customer)) {
            customerRecord.begin(customer);
        }
        switch (message) {
            case CustomerMessage.Place place -> place(customer, place);
            case CustomerMessage.Release release -> release(customer, release, output);
            case CustomerMessage.Identified identified -> customerRecord.put(customer, identified.identifier());
            case CustomerMessage.Unidentified gone ->
                customerRecord.removeIdentifier(customer, gone.type(), gone.token());
            case CustomerMessage.CaseTold told -> customerRecord.put(customer, told.fact());
            case CustomerMessage.Gone gone -> erasing.gone(customer, gone);
            case CustomerMessage.Erase erase -> erasing.begin(customer, erase, output);
            case CustomerMessage.Erased answer -> erasing.answered(customer, answer);
            case CustomerMessage.IdentifierErased answer -> erasing.answered(customer, answer);
            case CustomerMessage.CaseGone gone -> customerRecord.removeCase(customer, gone.caseId());
        }
        rejudging.met(customer);
        mark(customer, output.traceparent());
    }

    private void mark(String customer, String traceparent) {
        if (waiting.put(customer, traceparent) == null) {
            changed.put(customer, traceparent);
        }
    }

    private void place(String customer, CustomerMessage.Place place) {
        customerRecord.put(customer, place.contact(), place.published());
        if (!place.published().isEmpty()) {
            occasions.put(customer, Occasion.MOVED);
        }
    }

    /** Once it is released, nothing is published here any more under the names that follow from the contact. */
    private void release(String customer, CustomerMessage.Release release, StageOutput output) {
        var names = Keys.split(customer);
        var contact = new ContactKey(
                names.get(0), release.contact().source(), release.contact().contactId());
        var published = customerRecord.remove(customer, release.contact());
        occasions.put(customer, Occasion.MOVED);
        output.toContact(contact, new ContactMessage.Released(names.get(1), published));
    }

    private void publishChanged(long now) {
        rejudging.next(customer -> {
            mark(customer, waiting.getOrDefault(customer, ""));
            occasions.put(customer, Occasion.NEW_RULES);
        });
        waiting.forEach((customer, traceparent) -> {
            var occasion = occasions.get(customer);
            var output = context.output(traceparent, now);
            publisher.publish(customer, occasion, output);
            erasing.finish(customer, Instant.ofEpochMilli(now), output);
            changed.delete(customer);
            if (occasion != null) {
                occasions.delete(customer);
            }
        });
        waiting.clear();
    }
}
