package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
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
     * Recomputes a customer, and publishes what differs from what was published last.
     *
     * @param occasion what befell the customer besides events; null where nothing did
     */
    void publish(String customer, @Nullable Occasion occasion, StageOutput output) {
        var names = Keys.split(customer);
        var tenant = names.get(0);
        var customerId = names.get(1);
        var contacts = record.contacts(customer);
        var revisions = new Revisions(record.published(customer));
        for (var journey : function.journeysOf(tenant, customerId, contacts, record.cases(customer))) {
            publish(customer, journey, occasion, revisions, output);
        }
        var identifiers = record.identifiers(customer);
        // A customer exists who has an identifier, or a contact without one.
        if (!identifiers.isEmpty() || !contacts.isEmpty()) {
            publish(customer, new CustomerIdentity(tenant, customerId, identifiers, 0), revisions, output);
        }
        if (!revisions.knows(Kind.IDENTITY, customerId)) {
            // That the customer is known at all: so that of a new one nothing has to be looked for.
            record.put(customer, Published.nothing(Kind.IDENTITY, customerId, null));
        }
        for (var gone : revisions.vanished()) {
            record.put(customer, gone);
            switch (gone.kind()) {
                case JOURNEY -> output.journey(tenant, gone.id(), null);
                case SWITCH -> output.channelSwitch(tenant, gone.id(), null);
                case IDENTITY -> output.identity(tenant, gone.id(), null);
            }
        }
    }

    private void publish(
            String customer, Journey journey, @Nullable Occasion occasion, Revisions revisions, StageOutput output) {
        var revision = revisions.revise(journey);
        var because = Told.because(revision.before(), journey, occasion);
        var switches = new ArrayList<ChannelSwitch>();
        for (var one : journey.switches()) {
            var revisionOfSwitch = revisions.revise(one);
            if (revisionOfSwitch.changed()) {
                record.put(customer, revisionOfSwitch.published());
                var revised = one.withRevision(revisionOfSwitch.number(), Told.changes(revisionOfSwitch, because));
                output.channelSwitch(one.tenant(), one.switchId(), revised);
                switches.add(revised);
            } else {
                switches.add(one.withRevision(revisionOfSwitch.number()));
            }
        }
        if (revision.changed()) {
            record.put(customer, revision.published());
            var revised = journey.withRevision(revision.number(), switches, Told.changes(revision, because));
            output.journey(journey.tenant(), journey.journeyId(), revised);
        }
    }

    private void publish(String customer, CustomerIdentity identity, Revisions revisions, StageOutput output) {
        var revision = revisions.revise(identity);
        if (revision.changed()) {
            record.put(customer, revision.published());
            var revised = new CustomerIdentity(
                    identity.tenant(), identity.customerId(), identity.identifiers(), revision.number());
            output.identity(identity.tenant(), identity.customerId(), revised);
        }
    }
}
