package io.throughline.journey.domain.scenario;

import static java.util.stream.Collectors.groupingBy;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.PlacedContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs a scenario through the domain: one customer, with the persons the scenario names. */
final class PlayedScenario {

    private final Scenario scenario;

    PlayedScenario(Scenario scenario) {
        this.scenario = scenario;
    }

    List<ContactEvent> events() {
        var reader = new ScenarioEvents(scenario);
        var events = new ArrayList<ContactEvent>();
        scenario.contacts().forEach((id, contact) -> events.addAll(reader.of(id, contact)));
        scenario.cases().forEach((id, lines) -> events.addAll(reader.ofCase(id, lines)));
        return events;
    }

    List<Journey> journeys(List<ContactEvent> events) {
        List<CaseFact> cases =
                events.stream().map(CaseFact::of).filter(Objects::nonNull).toList();
        var placed = new ArrayList<PlacedContact>();
        events.stream()
                .filter(event -> !(event.data() instanceof CaseData))
                .collect(groupingBy(ContactKey::of))
                .forEach((key, ofContact) -> placed.add(new PlacedContact(
                        Contacts.summarise(key, ofContact), scenario.contacts().get(key.contactId()).person)));
        return Journeys.of(ScenarioEvents.TENANT, "customer", placed, cases, scenario.tenantRules());
    }
}
