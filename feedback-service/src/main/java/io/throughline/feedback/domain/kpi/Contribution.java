package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ContactRef;
import java.time.Instant;
import java.util.List;

/**
 * What one case of a journey adds to one KPI.
 *
 * @param kpi to which
 * @param at the event time that says into which window it falls
 * @param dimensions where it belongs
 * @param contacts the contact, or the two of a switch; empty where the case is the issue with all its contacts
 * @param sums what it adds
 */
public record Contribution(KpiId kpi, Instant at, Dimensions dimensions, List<ContactRef> contacts, Sums sums) {

    public Contribution {
        contacts = List.copyOf(contacts);
    }
}
