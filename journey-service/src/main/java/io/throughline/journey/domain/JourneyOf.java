package io.throughline.journey.domain;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Handover;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Journey.Status;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.Resolution.State;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Service;
import io.throughline.journey.domain.rules.StitchingRules;
import io.throughline.journey.domain.stitching.Issue;
import io.throughline.journey.domain.stitching.IssueContact;
import io.throughline.journey.domain.stitching.Resolutions;
import io.throughline.journey.domain.verdict.JudgedSwitch;
import io.throughline.journey.domain.verdict.RoledContact;
import io.throughline.journey.domain.verdict.Switches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a judged issue down as a published journey. */
final class JourneyOf {

    private final String tenant;
    private final String customerId;
    private final Issue issue;
    private final Switches judged;
    private final StitchingRules rules;
    private final List<IssueContact> contacts;
    private final String journeyId;

    JourneyOf(String tenant, String customerId, Issue issue, Switches judged, StitchingRules rules) {
        this.tenant = tenant;
        this.customerId = customerId;
        this.issue = issue;
        this.judged = judged;
        this.rules = rules;
        contacts = judged.contacts().stream().map(RoledContact::contact).toList();
        journeyId = Ids.journey(tenant, contacts.getFirst().whole().key().ref());
    }

    /** The journey as it stands at an event time. */
    Journey asOf(Instant latest) {
        Instant lastHeard =
                max(contacts.stream().map(contact -> contact.whole().life().knownUntil()));
        Resolution resolution = Resolutions.of(contacts, issue.cases(), lastHeard, rules);
        Instant lapsesAt = resolution.state() == State.RESOLVED ? null : lastHeard.plus(rules.gap());
        Instant asOf = knownUntil(latest, resolution);
        return new Journey(
                tenant,
                journeyId,
                customerId,
                0,
                status(lapsesAt, asOf),
                issue.intent(),
                caseIds(),
                entryChannel(),
                exitChannel(),
                contacts.getFirst().startedAt(),
                endedAt(),
                resolution,
                lapsesAt,
                asOf,
                judged.contacts().stream().map(JourneyOf::contact).toList(),
                judged.switches().stream().map(this::channelSwitch).toList(),
                handovers(),
                List.of());
    }

    private static Status status(@Nullable Instant lapsesAt, Instant asOf) {
        if (lapsesAt == null) {
            return Status.RESOLVED;
        }
        return asOf.isBefore(lapsesAt) ? Status.OPEN : Status.LAPSED;
    }

    /**
     * Its own latest event; once time alone can change nothing about it any more, the moment from which that is so. It
     * moves by one step only: else each event of a customer would publish all their other open journeys again.
     */
    private Instant knownUntil(Instant latest, Resolution resolution) {
        Instant ownLatest = max(Stream.concat(
                contacts.stream().map(contact -> contact.whole().life().lastEventAt()),
                issue.cases().stream().map(fact -> fact.event().at())));
        Instant settled = resolution.provisionalUntil() == null
                        || resolution.provisionalUntil().isBefore(ownLatest)
                ? ownLatest
                : resolution.provisionalUntil();
        return latest.isBefore(settled) ? ownLatest : settled;
    }

    private List<String> caseIds() {
        return contacts.stream()
                .map(contact -> contact.whole().caseId())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private @Nullable String entryChannel() {
        return customers().isEmpty() ? null : customers().getFirst().channel();
    }

    private @Nullable String exitChannel() {
        return customers().isEmpty() ? null : customers().getLast().lastChannel();
    }

    private List<ContactSummary> customers() {
        return judged.contacts().stream()
                .filter(roled -> roled.role() == Role.CUSTOMER)
                .map(roled -> roled.contact().whole())
                .toList();
    }

    private @Nullable Instant endedAt() {
        Instant last = Instant.MIN;
        for (IssueContact contact : contacts) {
            Instant end = contact.whole().life().endedAt();
            if (end == null) {
                return null;
            }
            last = end.isAfter(last) ? end : last;
        }
        return last;
    }

    private List<Handover> handovers() {
        var handovers = new ArrayList<Handover>();
        for (IssueContact contact : contacts) {
            ContactRef ref = contact.whole().key().ref();
            contact.whole().service().handovers().forEach(at -> handovers.add(new Handover(ref, "bot", "human", at)));
        }
        handovers.sort(Comparator.comparing(Handover::at).thenComparing(Handover::contact));
        return handovers;
    }

    private ChannelSwitch channelSwitch(JudgedSwitch judgement) {
        ContactRef from = judgement.from().whole().key().ref();
        ContactRef to = judgement.to().whole().key().ref();
        return new ChannelSwitch(
                tenant,
                Ids.channelSwitch(tenant, from, to),
                journeyId,
                customerId,
                from,
                to,
                judgement.fromChannel(),
                judgement.toChannel(),
                judgement.to().startedAt(),
                judgement.verdict(),
                judgement.cause(),
                judgement.causeDetail(),
                judgement.probability(),
                judgement.evidence(),
                judgement.ruleVersion(),
                judgement.customerSaid(),
                judgement.eventVerdict(),
                !judgement.from().personId().equals(judgement.to().personId()),
                issue.intent(),
                judgement.from().whole().context().market(),
                0,
                List.of());
    }

    private static JourneyContact contact(RoledContact roled) {
        ContactSummary contact = roled.contact().whole();
        Service service = contact.service();
        return new JourneyContact(
                contact.key().source(),
                contact.key().contactId(),
                contact.channel(),
                contact.life().startedAt(),
                contact.life().endedAt(),
                contact.outcome(),
                roled.role(),
                contact.context().direction(),
                contact.initiation(),
                contact.intent(),
                contact.context().market(),
                contact.context().language(),
                contact.context().queue(),
                contact.context().segment(),
                contact.context().agentId(),
                service.answeredAt(),
                service.answeredBy(),
                service.queuedAt(),
                service.waitSeconds(),
                service.abandonment() != null,
                transferred(roled.contact()),
                contact.durations(),
                contact.disposition(),
                contact.surveysOffered(),
                contact.surveys(),
                roled.contact().parts().stream().map(IssueContact.Part::ref).toList(),
                contact.caseId(),
                ContactSigns.of(contact));
    }

    private static boolean transferred(IssueContact contact) {
        return contact.whole().shows(ContactData.Transferred.class);
    }

    private static Instant max(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElseThrow();
    }
}
