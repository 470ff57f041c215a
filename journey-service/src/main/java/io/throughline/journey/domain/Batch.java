package io.throughline.journey.domain;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.People;
import io.throughline.journey.domain.identity.Whose;
import io.throughline.journey.domain.identity.Whose.Continued;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.TenantRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What journey-service publishes, computed from the whole log at once: the stream must end at the same, whatever the
 * order of arrival. Revisions are 0.
 *
 * @param journeys by the key of {@code contact.journeys}
 * @param switches by the key of {@code contact.channel-switches}
 * @param identities by the key of {@code customer.identities}
 */
public record Batch(
        SortedMap<String, Journey> journeys,
        SortedMap<String, ChannelSwitch> switches,
        SortedMap<String, CustomerIdentity> identities) {

    /** {@link #recompute(Collection, Function)} where every tenant has the same rules, which always held. */
    public static Batch recompute(Collection<ContactEvent> events, TenantRules rules) {
        return recompute(events, tenant -> RuleVersions.always(rules));
    }

    /**
     * Everything that follows from some events; the same event twice counts once.
     *
     * @param rules of each tenant
     */
    public static Batch recompute(Collection<ContactEvent> events, Function<String, RuleVersions> rules) {
        var batch = new Batch(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        events.stream()
                .collect(Collectors.groupingBy(ContactEvent::tenant, TreeMap::new, Collectors.toList()))
                .forEach((tenant, own) -> batch.addTenant(tenant, own, rules.apply(tenant)));
        return batch;
    }

    private void addTenant(String tenant, List<ContactEvent> events, RuleVersions rules) {
        var contacts = contacts(events);
        var people = People.of(tenant, contacts, statements(events));
        var cases = cases(events);
        var placed = new TreeMap<String, List<PlacedContact>>();
        var caseOwners = new HashMap<String, String>();
        var records = new HashMap<ContactRef, Continued>();
        contacts.stream()
                .filter(ContactSummary::happened)
                .sorted(ContactSummary.ORDER)
                .forEach(contact -> {
                    var person = Objects.requireNonNull(people.personOf(contact.key()));
                    var continued = Whose.recordOf(
                            contact, person, before -> records.getOrDefault(before, new Continued.Absent()));
                    // All contacts of a case stand on one record: its earliest one's.
                    var owner = contact.caseId() == null
                            ? continued
                            : caseOwners.computeIfAbsent(contact.caseId(), key -> continued);
                    records.put(
                            contact.key().ref(),
                            new Continued.Answered(contact.life().startedAt(), person, owner));
                    placed.computeIfAbsent(owner, key -> new ArrayList<>()).add(new PlacedContact(contact, person));
                });
        var casesOf = new HashMap<String, List<CaseFact>>();
        caseOwners.forEach((caseId, owner) ->
                casesOf.computeIfAbsent(owner, key -> new ArrayList<>()).addAll(cases.getOrDefault(caseId, List.of())));
        placed.forEach((customer, own) -> {
            identities.put(Keys.customer(tenant, customer), new CustomerIdentity(tenant, customer, List.of(), 0));
            Journeys.of(tenant, customer, own, casesOf.getOrDefault(customer, List.of()), rules)
                    .forEach(this::add);
        });
        people.identifiers()
                .forEach((customer, known) -> identities.put(
                        Keys.customer(tenant, customer), new CustomerIdentity(tenant, customer, known, 0)));
    }

    private void add(Journey journey) {
        journeys.put(Keys.journey(journey.tenant(), journey.journeyId()), journey);
        journey.switches().forEach(one -> switches.put(Keys.channelSwitch(one.tenant(), one.switchId()), one));
    }

    private static List<ContactSummary> contacts(List<ContactEvent> events) {
        var byContact = new LinkedHashMap<ContactKey, List<ContactEvent>>();
        for (var event : events) {
            if (isOfContact(event.data())) {
                byContact
                        .computeIfAbsent(ContactKey.of(event), key -> new ArrayList<>())
                        .add(event);
            }
        }
        var contacts = new ArrayList<ContactSummary>();
        byContact.forEach((contact, own) -> contacts.add(Contacts.summarise(contact, own)));
        return contacts;
    }

    private static boolean isOfContact(EventData data) {
        return !(data instanceof CaseData) && !(data instanceof IdentityData);
    }

    private static List<Link> statements(List<ContactEvent> events) {
        return events.stream().map(Batch::statement).flatMap(Collection::stream).toList();
    }

    private static List<Link> statement(ContactEvent event) {
        if (!(event.data() instanceof IdentityData data)) {
            return List.of();
        }
        var one = IdentifierToken.of(data.identifiers().getFirst());
        var other = IdentifierToken.of(data.identifiers().getLast());
        return one.equals(other)
                ? Collections.emptyList()
                : List.of(Link.stated(one, other, EventRef.to(event), data instanceof IdentityData.Linked));
    }

    private static Map<String, List<CaseFact>> cases(List<ContactEvent> events) {
        return events.stream()
                .map(CaseFact::of)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.groupingBy(CaseFact::caseId));
    }
}
