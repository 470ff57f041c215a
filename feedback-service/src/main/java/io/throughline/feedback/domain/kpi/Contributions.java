package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Resolution;
import io.throughline.feedback.domain.kpi.KpiRule.OfContact;
import io.throughline.feedback.domain.kpi.KpiRule.OfIssue;
import io.throughline.feedback.domain.kpi.KpiRule.OfResolution;
import io.throughline.feedback.domain.kpi.KpiRule.OfSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a journey adds to the KPIs: the one place where journeys become numbers. */
public final class Contributions {

    private Contributions() {}

    /**
     * Every case of a journey with what it adds; the same journey always gives the same list. A contact falls into the
     * window in which it began, an issue into that in which it began, a resolution into that in which it came, a switch
     * into that in which its second contact began. An issue without a customer contact is none.
     */
    public static List<Contribution> of(Journey journey) {
        return of(Issue.of(journey));
    }

    /** The same. */
    public static List<Contribution> of(Issue issue) {
        var journey = issue.journey();
        var all = new ArrayList<Contribution>();
        for (var contact : issue.contacts()) {
            add(
                    all,
                    contact.startedAt(),
                    issue.dimensions(contact),
                    List.of(contact.ref()),
                    counts -> counts instanceof OfContact of ? of.sums(issue, contact) : null);
        }
        if (!issue.customerContacts().isEmpty()) {
            var whole = issue.dimensions();
            add(
                    all,
                    issue.startedAt(),
                    whole,
                    List.of(),
                    counts -> counts instanceof OfIssue of ? of.sums(issue) : null);
            Instant resolvedAt = resolvedAt(journey);
            if (resolvedAt != null) {
                add(
                        all,
                        resolvedAt,
                        whole,
                        List.of(),
                        counts -> counts instanceof OfResolution of ? of.sums(issue) : null);
            }
        }
        for (var change : issue.switches()) {
            var ends = List.of(change.fromContact(), change.toContact());
            add(
                    all,
                    change.at(),
                    issue.dimensions(change),
                    ends,
                    counts -> counts instanceof OfSwitch of ? of.sums(change) : null);
        }
        return List.copyOf(all);
    }

    private static void add(
            List<Contribution> all,
            Instant at,
            Dimensions dimensions,
            List<ContactRef> contacts,
            Function<KpiRule.Counts, @Nullable Sums> counted) {
        var sums = new TreeMap<KpiId, Sums>();
        for (KpiRule rule : KpiRules.ALL) {
            Sums adds = counted.apply(rule.counts());
            if (adds != null) {
                sums.put(rule.id(), adds);
            }
        }
        if (!sums.isEmpty()) {
            all.add(new Contribution(at, dimensions, contacts, sums));
        }
    }

    private static @Nullable Instant resolvedAt(Journey journey) {
        Resolution resolution = journey.resolution();
        return resolution.state() == Resolution.State.RESOLVED ? resolution.at() : null;
    }
}
