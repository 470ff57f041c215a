package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.topic.Keys;
import io.throughline.feedback.domain.finding.Finding;
import io.throughline.feedback.domain.finding.Findings;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Contributions;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.Issue;
import java.time.Instant;
import java.util.List;

/**
 * A journey with what it adds to each KPI and says to each report.
 *
 * @param key its record key
 * @param startedAt when the issue began
 * @param dimensions where it belongs
 * @param contacts names of its customer contacts, by start
 * @param contributions what it adds
 * @param findings what it says to reports
 */
record CountedJourneyRow(
        String key,
        Journey journey,
        Instant startedAt,
        Dimensions dimensions,
        List<String> contacts,
        List<Contribution> contributions,
        List<Finding> findings) {

    static CountedJourneyRow of(Journey journey) {
        var issue = Issue.of(journey);
        return new CountedJourneyRow(
                Keys.journey(journey.tenant(), journey.journeyId()),
                journey,
                issue.startedAt(),
                issue.dimensions(),
                journey.contacts().stream()
                        .filter(contact -> contact.role() == Role.CUSTOMER)
                        .map(contact -> ContactNames.name(contact.ref()))
                        .toList(),
                Contributions.of(issue),
                Findings.of(issue));
    }
}
