package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ContactRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one case of a journey adds to the KPIs: a contact, the issue, its resolution or a switch.
 *
 * @param at the event time that says into which window it falls
 * @param dimensions where it belongs
 * @param contacts the contact, or the two of a switch; empty where the case is the issue with all its contacts
 * @param sums what it adds to each KPI that looks at it
 */
public record Contribution(Instant at, Dimensions dimensions, List<ContactRef> contacts, SortedMap<KpiId, Sums> sums) {

    public Contribution {
        contacts = List.copyOf(contacts);
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }
}
