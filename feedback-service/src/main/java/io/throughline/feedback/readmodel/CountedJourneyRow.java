package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.topic.Keys;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Contributions;
import io.throughline.feedback.domain.kpi.Dimensions;
import java.util.List;

/**
 * A journey with what it adds to each KPI.
 *
 * @param key its record key
 * @param dimensions where it belongs
 * @param contacts names of its customer contacts, by start
 * @param contributions what it adds
 */
record CountedJourneyRow(
        String key, Journey journey, Dimensions dimensions, List<String> contacts, List<Contribution> contributions) {

    static CountedJourneyRow of(Journey journey) {
        return new CountedJourneyRow(
                Keys.journey(journey.tenant(), journey.journeyId()),
                journey,
                Dimensions.of(journey),
                journey.contacts().stream()
                        .filter(contact -> contact.role() == Role.CUSTOMER)
                        .map(contact -> ContactNames.name(contact.ref()))
                        .toList(),
                Contributions.of(journey));
    }
}
