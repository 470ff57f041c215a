package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
import java.util.List;

/** Publishes what changed about one customer: identity, journeys, switches. */
final class Publisher {

    private final CustomerRecord record;
    private final JourneyFunction function;

    Publisher(CustomerRecord record, JourneyFunction function) {
        this.record = record;
        this.function = function;
    }

    /** Recomputes a customer, and publishes what differs from what was published last. */
    void publish(String customer, StageOutput output) {
        var names = Keys.split(customer);
        var tenant = names.get(0);
        var customerId = names.get(1);
        var contacts = record.contacts(customer);
        var revisions = new Revisions(record.published(customer));
        for (var journey : function.journeysOf(tenant, customerId, contacts, record.cases(customer))) {
            publish(customer, journey, revisions, output);
        }
        var identifiers = record.identifiers(customer);
        // A customer exists who has an identifier, or a contact without one.
        if (!identifiers.isEmpty() || !contacts.isEmpty()) {
            publish(customer, new CustomerIdentity(tenant, customerId, identifiers, 0), revisions, output);
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

    private void publish(String customer, Journey journey, Revisions revisions, StageOutput output) {
        var switches = new ArrayList<ChannelSwitch>();
        for (var one : journey.switches()) {
            var revision = revisions.revise(Kind.SWITCH, one.switchId(), one.toContact(), one);
            var revised = one.withRevision(revision.published().revision());
            switches.add(revised);
            if (revision.changed()) {
                record.put(customer, revision.published());
                output.channelSwitch(one.tenant(), one.switchId(), revised);
            }
        }
        var first = journey.contacts().getFirst().ref();
        var revision = revisions.revise(Kind.JOURNEY, journey.journeyId(), first, journey);
        if (revision.changed()) {
            record.put(customer, revision.published());
            var revised = revised(journey, revision.published().revision(), switches);
            output.journey(journey.tenant(), journey.journeyId(), revised);
        }
    }

    private void publish(String customer, CustomerIdentity identity, Revisions revisions, StageOutput output) {
        var revision = revisions.revise(Kind.IDENTITY, identity.customerId(), null, identity);
        if (revision.changed()) {
            record.put(customer, revision.published());
            var revised = new CustomerIdentity(
                    identity.tenant(),
                    identity.customerId(),
                    identity.identifiers(),
                    revision.published().revision());
            output.identity(identity.tenant(), identity.customerId(), revised);
        }
    }

    private static Journey revised(Journey journey, long revision, List<ChannelSwitch> switches) {
        return new Journey(
                journey.tenant(),
                journey.journeyId(),
                journey.customerId(),
                revision,
                journey.status(),
                journey.intent(),
                journey.caseIds(),
                journey.entryChannel(),
                journey.exitChannel(),
                journey.startedAt(),
                journey.endedAt(),
                journey.resolution(),
                journey.lapsesAt(),
                journey.asOf(),
                journey.contacts(),
                switches,
                journey.handovers());
    }
}
