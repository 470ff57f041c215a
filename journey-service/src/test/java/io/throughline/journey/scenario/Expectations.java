package io.throughline.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.journey.scenario.Scenario.ExpectedJourney;
import io.throughline.journey.scenario.Scenario.ExpectedSwitch;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what came out with what a scenario expects. */
final class Expectations {

    private final String scenario;

    private Expectations(String scenario) {
        this.scenario = scenario;
    }

    static void check(Scenario scenario, List<Journey> journeys) {
        assertThat(journeys.stream().map(Expectations::contacts).toList())
                .as("journeys of \"%s\", by the names of their contacts (a + joins the parts of one)", scenario.name())
                .isEqualTo(scenario.expected().stream()
                        .map(ExpectedJourney::contacts)
                        .toList());
        for (int i = 0; i < journeys.size(); i++) {
            new Expectations(scenario.name()).check(scenario.expected().get(i), journeys.get(i));
        }
        checkCustomers(scenario, journeys);
    }

    /** Journeys named after the same customer are of one, those named after different ones are not. */
    private static void checkCustomers(Scenario scenario, List<Journey> journeys) {
        var ids = new TreeMap<String, Set<String>>();
        for (int i = 0; i < journeys.size(); i++) {
            var name = scenario.expected().get(i).customer();
            if (name != null) {
                ids.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(journeys.get(i).customerId());
            }
        }
        assertThat(ids.values())
                .as("customers of \"%s\"", scenario.name())
                .allSatisfy(one -> assertThat(one).hasSize(1))
                .doesNotHaveDuplicates();
    }

    private void check(ExpectedJourney expected, Journey journey) {
        compare("tenant", expected.tenant(), journey.tenant());
        compare("companions", expected.companions(), withRole(journey, Role.COMPANION));
        compare("outbound", expected.outbound(), withRole(journey, Role.OUTBOUND));
        compare("status", expected.status(), journey.status().name());
        compare("intent", expected.intent(), journey.intent());
        compare("entry channel", expected.entry(), journey.entryChannel());
        compare("exit channel", expected.exit(), journey.exitChannel());
        compare(
                "resolution",
                expected.resolution(),
                journey.resolution().state().name());
        compare("resolved by", expected.resolvedBy(), journey.resolution().by());
        compare(
                "handovers",
                expected.handovers(),
                journey.handovers().stream().map(h -> h.contact().contactId()).toList());
        assertThat(journey.switches().stream().map(Expectations::ends).toList())
                .as("switches of \"%s\"", scenario)
                .isEqualTo(expected.switches().stream()
                        .map(s -> s.from() + " > " + s.to())
                        .toList());
        for (int i = 0; i < journey.switches().size(); i++) {
            check(expected.switches().get(i), journey.switches().get(i));
        }
    }

    private void check(ExpectedSwitch expected, ChannelSwitch actual) {
        var found = items(actual);
        assertThat(actual.verdict().name())
                .as("verdict of \"%s\" by %s", scenario, found)
                .isEqualTo(expected.verdict());
        assertThat(actual.cause() == null ? null : actual.cause().name())
                .as("cause of \"%s\" by %s", scenario, found)
                .isEqualTo(expected.cause());
        compare("cause detail", expected.detail(), actual.causeDetail());
        compare("probability", expected.probability(), actual.probability());
        compare("evidence", expected.evidence(), items(actual));
        compare("what the customer said", expected.customerSaid(), actual.customerSaid());
        compare(
                "verdict by events",
                expected.eventVerdict(),
                actual.eventVerdict().name());
        compare("other person", expected.otherPerson(), actual.otherPerson());
    }

    private void compare(String what, Object expected, Object actual) {
        if (expected != null) {
            assertThat(actual).as("%s of \"%s\"", what, scenario).isEqualTo(expected);
        }
    }

    private static List<String> items(ChannelSwitch judged) {
        return judged.evidence().stream()
                .map(item -> item.item() + " " + item.strength() + " " + item.id())
                .toList();
    }

    private static List<String> contacts(Journey journey) {
        return journey.contacts().stream()
                .map(contact -> contact.contactId()
                        + contact.parts().stream()
                                .map(ContactRef::contactId)
                                .map(id -> "+" + id)
                                .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> withRole(Journey journey, Role role) {
        return journey.contacts().stream()
                .filter(contact -> contact.role() == role)
                .map(JourneyContact::contactId)
                .toList();
    }

    private static String ends(ChannelSwitch judged) {
        return judged.fromContact().contactId() + " > " + judged.toContact().contactId();
    }
}
