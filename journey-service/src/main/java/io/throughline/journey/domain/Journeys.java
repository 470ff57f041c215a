package io.throughline.journey.domain;

import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.stitching.Issue;
import io.throughline.journey.domain.stitching.OneContact;
import io.throughline.journey.domain.stitching.Stitching;
import io.throughline.journey.domain.verdict.Habits;
import io.throughline.journey.domain.verdict.Switches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A customer's journeys, stitched and judged: a pure function of the set of their contacts. */
public final class Journeys {

    private Journeys() {}

    /**
     * The journeys of one customer, by start; revisions are 0.
     *
     * @param tenant whose customer
     * @param customerId whose journeys
     * @param contacts every contact on the customer's record
     * @param cases what happened to the cases of these contacts
     * @param rules the tenant's rules
     */
    public static List<Journey> of(
            String tenant,
            String customerId,
            Collection<PlacedContact> contacts,
            Collection<CaseFact> cases,
            TenantRules rules) {
        Instant latest = latestEvent(contacts, cases);
        var habits = new Habits(rules.judging().habitJourneys());
        var journeys = new ArrayList<Journey>();
        for (Issue issue : Stitching.issues(contacts, cases, rules)) {
            Switches judged = Switches.of(OneContact.of(issue, rules), habits, rules);
            journeys.add(new JourneyOf(tenant, customerId, issue, judged, rules).asOf(latest));
        }
        return List.copyOf(journeys);
    }

    private static Instant latestEvent(Collection<PlacedContact> contacts, Collection<CaseFact> cases) {
        Instant ofContacts = contacts.stream()
                .map(placed -> placed.summary().life().lastEventAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return cases.stream()
                .map(fact -> fact.event().at())
                .max(Comparator.naturalOrder())
                .filter(ofContacts::isBefore)
                .orElse(ofContacts);
    }
}
