package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.Page;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes what changed about one customer: identity, journeys, switches. */
final class Publisher {

    private final CustomerRecord record;
    private final JourneyFunction function;

    Publisher(CustomerRecord record, JourneyFunction function) {
        this.record = record;
        this.function = function;
    }

    /**
     * Recomputes a page of a customer's record, and publishes what differs from what was published last.
     *
     * @return how many contacts the page has
     * @param occasion what befell the customer besides events; null where nothing did
     */
    int publish(String customer, String begin, @Nullable Occasion occasion, StageOutput output) {
        var names = Keys.split(customer);
        var tenant = names.get(0);
        var customerId = names.get(1);
        var page = record.page(customer, begin);
        var times = new HashMap<ContactRef, String>();
        page.contacts().forEach(contact -> times.put(contact.summary().key().ref(), Page.timeKey(contact)));
        var revisions = new Revisions(record.published(customer, begin));
        for (var journey : function.journeysOf(tenant, customerId, page.contacts(), record.cases(customer, page))) {
            publish(customer, journey, occasion, revisions, times, output);
        }
        var identifiers = record.identifiers(customer);
        // A customer exists who has an identifier, or a contact without one; a record in parts has very many.
        if (!identifiers.isEmpty() || !page.contacts().isEmpty() || !begin.equals(ContactsByTime.ALL)) {
            publish(customer, new CustomerIdentity(tenant, customerId, identifiers, 0), revisions, output);
        }
        if (!revisions.knows(Kind.IDENTITY, customerId) && !record.isEmpty(customer)) {
            // That the customer is known at all: so that of a new one nothing has to be looked for.
            record.put(customer, Published.nothing(Kind.IDENTITY, customerId, null), null);
        }
        for (var gone : revisions.vanished()) {
            record.put(customer, gone, time(gone, times));
            switch (gone.kind()) {
                case JOURNEY -> output.journey(tenant, gone.id(), null);
                case SWITCH -> output.channelSwitch(tenant, gone.id(), null);
                case IDENTITY -> output.identity(tenant, gone.id(), null);
            }
        }
        return page.contacts().size();
    }

    private void publish(
            String customer,
            Journey journey,
            @Nullable Occasion occasion,
            Revisions revisions,
            Map<ContactRef, String> times,
            StageOutput output) {
        var revision = revisions.revise(journey);
        var because = Told.because(revision.before(), journey, occasion);
        var switches = new ArrayList<ChannelSwitch>();
        for (var one : journey.switches()) {
            var revisionOfSwitch = revisions.revise(one);
            if (revisionOfSwitch.changed()) {
                record.put(customer, revisionOfSwitch.published(), time(revisionOfSwitch.published(), times));
                var revised = one.withRevision(revisionOfSwitch.number(), Told.changes(revisionOfSwitch, because));
                output.channelSwitch(one.tenant(), one.switchId(), revised);
                switches.add(revised);
            } else {
                switches.add(one.withRevision(revisionOfSwitch.number()));
            }
        }
        if (revision.changed()) {
            record.put(customer, revision.published(), time(revision.published(), times));
            var revised = journey.withRevision(revision.number(), switches, Told.changes(revision, because));
            output.journey(journey.tenant(), journey.journeyId(), revised);
        }
    }

    /** The time of the contact that a name follows from; null where none on the page is. */
    private static @Nullable String time(Published name, Map<ContactRef, String> times) {
        return name.contact() == null ? null : times.get(name.contact());
    }

    private void publish(String customer, CustomerIdentity identity, Revisions revisions, StageOutput output) {
        var revision = revisions.revise(identity);
        if (revision.changed()) {
            record.put(customer, revision.published(), null);
            var revised = new CustomerIdentity(
                    identity.tenant(), identity.customerId(), identity.identifiers(), revision.number());
            output.identity(identity.tenant(), identity.customerId(), revised);
        }
    }
}
