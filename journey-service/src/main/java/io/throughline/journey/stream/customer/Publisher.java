package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.Sinks;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes what changed about one customer: identity, journeys, switches. */
final class Publisher {

    private static final Comparator<KnownIdentifier> BY_TYPE_AND_TOKEN =
            Comparator.comparing(KnownIdentifier::type).thenComparing(KnownIdentifier::token);

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
        publish(customer, identity(tenant, customerId, contacts), revisions, output);
        for (var gone : revisions.vanished()) {
            record.put(customer, gone);
            output.forward(Keys.join(tenant, gone.id()), null, sink(gone.kind()));
        }
    }

    private void publish(String customer, Journey journey, Revisions revisions, StageOutput output) {
        var switches = new ArrayList<ChannelSwitch>();
        for (var one : journey.switches()) {
            var revision = revisions.revise(Kind.SWITCH, one.switchId(), one.toContact(), one);
            var revised = one.withRevision(revision.published().revision());
            switches.add(revised);
            send(customer, revision, Keys.channelSwitch(journey.tenant(), one.switchId()), revised, output);
        }
        var first = journey.contacts().getFirst().ref();
        var revision = revisions.revise(Kind.JOURNEY, journey.journeyId(), first, journey);
        var revised = revised(journey, revision.published().revision(), switches);
        send(customer, revision, Keys.journey(journey.tenant(), journey.journeyId()), revised, output);
    }

    private void publish(
            String customer, @Nullable CustomerIdentity identity, Revisions revisions, StageOutput output) {
        if (identity != null) {
            var revision = revisions.revise(Kind.IDENTITY, identity.customerId(), null, identity);
            var revised = new CustomerIdentity(
                    identity.tenant(),
                    identity.customerId(),
                    identity.identifiers(),
                    revision.published().revision());
            send(customer, revision, customer, revised, output);
        }
    }

    private void send(String customer, Revisions.Revision revision, String key, Object value, StageOutput output) {
        if (revision.changed()) {
            record.put(customer, revision.published());
            output.forward(key, value, sink(revision.published().kind()));
        }
    }

    /** A customer exists who has an identifier, or a contact without one. */
    private @Nullable CustomerIdentity identity(String tenant, String customerId, List<PlacedContact> contacts) {
        var identifiers = record.identifiers(Keys.customer(tenant, customerId)).stream()
                .sorted(BY_TYPE_AND_TOKEN)
                .toList();
        return identifiers.isEmpty() && contacts.isEmpty()
                ? null
                : new CustomerIdentity(tenant, customerId, identifiers, 0);
    }

    private static String sink(Kind kind) {
        return switch (kind) {
            case JOURNEY -> Sinks.JOURNEYS;
            case SWITCH -> Sinks.SWITCHES;
            case IDENTITY -> Sinks.IDENTITIES;
        };
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
