package io.throughline.journey.domain;

import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.StitchingRules;
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
     * @param rules the tenant's rules through time
     */
    public static List<Journey> of(
            String tenant,
            String customerId,
            Collection<PlacedContact> contacts,
            Collection<CaseFact> cases,
            RuleVersions rules) {
        var journeys = new ArrayList<Journey>();
        for (var page : Page.of(contacts)) {
            journeys.addAll(of(tenant, customerId, page, page.relevant(cases), rules));
        }
        return List.copyOf(journeys);
    }

    /** The journeys of one page of a customer's record. */
    private static List<Journey> of(
            String tenant, String customerId, Page page, Collection<CaseFact> cases, RuleVersions rules) {
        var contacts = page.contacts();
        Instant latest = latestEvent(contacts, cases);
        var habits = new Habits();
        var journeys = new ArrayList<Journey>();
        for (Issue issue : Stitching.issues(contacts, cases, rules)) {
            Switches judged = Switches.of(OneContact.of(issue, rules), habits, rules);
            StitchingRules terms = rules.at(issue.startedAt()).stitching();
            journeys.add(new JourneyOf(tenant, customerId, issue, judged, terms).asOf(latest));
        }
        return journeys;
    }

    /** The same by rules that always held. */
    public static List<Journey> of(
            String tenant,
            String customerId,
            Collection<PlacedContact> contacts,
            Collection<CaseFact> cases,
            TenantRules rules) {
        return of(tenant, customerId, contacts, cases, RuleVersions.always(rules));
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
