package io.throughline.journey.scenario;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.Batch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A scenario's events, and what the domain makes of them. */
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
        events.addAll(reader.ofIdentities(scenario.identities()));
        return events;
    }

    Batch batch(List<ContactEvent> events) {
        return Batch.recompute(events, scenario.tenantRules());
    }

    /** The order in which a scenario expects its journeys. */
    static List<Journey> inOrder(Collection<Journey> journeys) {
        return journeys.stream()
                .sorted(Comparator.comparing(Journey::startedAt)
                        .thenComparing(journey -> journey.contacts().getFirst().contactId()))
                .toList();
    }
}
