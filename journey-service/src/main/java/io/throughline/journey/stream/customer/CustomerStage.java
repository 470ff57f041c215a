package io.throughline.journey.stream.customer;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageContext;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage D, keyed by customer: keeps what stands on the customer's record and publishes what follows from it. A changed
 * customer is published once before the next commit: many changes at once (a merge moves all of a person's contacts) are
 * one publication.
 */
public final class CustomerStage implements Stage<CustomerMessage> {

    private static final List<String> ALL_CONTACTS = List.of(ContactsByTime.ALL);
    private static final List<String> NO_CONTACTS = List.of(ContactsByTime.NONE);

    private final StageContext context;
    private final CustomerRecord customerRecord;

    private final Waiting waiting;

    /** Whether the time between two publications is over. */
    private boolean isTime;

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
        waiting = new Waiting(context.store());
        occasions = new Records<>(context.store(), "occasion", Occasion.class);
        rejudging = new Rejudging(context.store(), customerRecord, function);
        publisher = new Publisher(customerRecord, function);
        erasing = new Erasing(context.store(), customerRecord);
        context.every(publishInterval, now -> beat());
        context.beforeCommit(this::publishChanged);
    }

    @Override
    public void receive(String customer, CustomerMessage message, StageOutput output) {
        // Of one who waits, something may be kept though nothing was published.
        if (!waiting.contains(customer)) {
            customerRecord.open(customer);
        }
        change(customer, message, output).forEach(page -> waiting.add(customer, page, output.trail()));
        rejudging.met(customer);
    }

    /** Changes the record; the pages that are thereby changed. */
    private List<String> change(String customer, CustomerMessage message, StageOutput output) {
        return switch (message) {
            case CustomerMessage.Place place -> place(customer, place);
            case CustomerMessage.Release release -> release(customer, release, output);
            case CustomerMessage.Identified identified -> {
                customerRecord.put(customer, identified.identifier());
                yield NO_CONTACTS;
            }
            case CustomerMessage.Unidentified gone -> {
                customerRecord.removeIdentifier(customer, gone.type(), gone.token());
                yield NO_CONTACTS;
            }
            case CustomerMessage.CaseTold told -> {
                customerRecord.put(customer, told.fact());
                yield ALL_CONTACTS;
            }
            case CustomerMessage.CaseGone gone -> {
                customerRecord.removeCase(customer, gone.caseId());
                yield ALL_CONTACTS;
            }
            case CustomerMessage.Gone gone -> erasing.gone(customer, gone);
            case CustomerMessage.Erase erase -> {
                erasing.begin(customer, erase, output);
                yield ALL_CONTACTS;
            }
            case CustomerMessage.Asked also -> {
                erasing.asked(customer, also.contacts());
                yield NO_CONTACTS;
            }
            case CustomerMessage.Erased answer -> {
                erasing.answered(customer, answer);
                yield NO_CONTACTS;
            }
            case CustomerMessage.IdentifierErased answer -> {
                erasing.answered(customer, answer);
                yield NO_CONTACTS;
            }
        };
    }

    private List<String> place(String customer, CustomerMessage.Place place) {
        if (!place.published().isEmpty()) {
            occasions.put(customer, Occasion.MOVED);
        }
        return customerRecord.put(customer, place.contact(), place.published());
    }

    /** Once it is released, nothing is published here any more under the names that follow from the contact. */
    private List<String> release(String customer, CustomerMessage.Release release, StageOutput output) {
        var names = Keys.split(customer);
        var contact = new ContactKey(
                names.get(0), release.contact().source(), release.contact().contactId());
        var removed = customerRecord.remove(customer, release.contact());
        occasions.put(customer, Occasion.MOVED);
        output.toContact(contact, new ContactMessage.Released(names.get(1), removed.published()));
        return removed.changedPages();
    }

    private void beat() {
        rejudging.next(customer -> {
            waiting.add(customer, ContactsByTime.ALL, Trail.NONE);
            occasions.put(customer, Occasion.NEW_RULES);
        });
        isTime = true;
    }

    /** What is published in the transaction in which it changed need not be marked in the store. */
    private void publishChanged(long now) {
        if (isTime) {
            isTime = false;
            waiting.take(now, (customer, marks) -> publish(customer, marks, now));
        }
        waiting.save();
    }

    /** Publishes what changed of a customer; how many contacts had to be judged. */
    private int publish(String customer, Map<String, Trail> marks, long now) {
        var occasion = occasions.get(customer);
        // What was one page when it was marked may be several now, and two marks may mean the same page.
        var pages = new LinkedHashMap<String, Trail>();
        marks.forEach((mark, trail) ->
                customerRecord.pagesOf(customer, mark).forEach(page -> pages.merge(page, trail, Trail::with)));
        int contacts = 0;
        for (var page : pages.entrySet()) {
            contacts += publisher.publish(customer, page.getKey(), occasion, context.output(page.getValue(), now));
        }
        var last = List.copyOf(marks.values()).getLast();
        erasing.finish(customer, Instant.ofEpochMilli(now), context.output(last, now));
        if (occasion != null) {
            occasions.delete(customer);
        }
        return contacts;
    }
}
