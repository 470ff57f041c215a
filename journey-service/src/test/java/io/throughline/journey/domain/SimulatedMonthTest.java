package io.throughline.journey.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.testkit.simulator.PlantedIssue;
import io.throughline.testkit.simulator.SimulatedMonth;
import io.throughline.testkit.simulator.Simulator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated month, with each person known for sure: journeys and verdicts are those that were planted. */
class SimulatedMonthTest {

    private static final int CUSTOMERS = 2_000;
    /** {@code hk000123-01}, {@code case-hk000123-01}: the person's part of a simulated id. */
    private static final int PERSON = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsThePlantedJourneysAndVerdicts(long seed) {
        SimulatedMonth month = Simulator.month(seed, YearMonth.of(2026, 11), CUSTOMERS);

        List<Journey> journeys = journeys(month.deliveries());

        assertThat(sets(journeys)).as("seed %d", seed).isEqualTo(plantedSets(month));
        assertThat(switches(journeys)).as("seed %d", seed).isEqualTo(plantedSwitches(month));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void theOrderOfArrivalChangesNothing(long seed) {
        SimulatedMonth month = Simulator.month(seed, YearMonth.of(2026, 11), 300);
        List<Journey> inOrder = journeys(month.events());

        for (int arrival = 0; arrival < 5; arrival++) {
            var shuffled = new ArrayList<>(month.deliveries());
            Collections.shuffle(shuffled, new Random(arrival));
            assertThat(journeys(shuffled))
                    .as("seed %d, arrival %d", seed, arrival)
                    .isEqualTo(inOrder);
        }
    }

    /** Whatever part of the events has come, what comes out is sound. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void anyPartOfTheEventsMakesSoundJourneys(long seed) {
        var random = new Random(seed);
        SimulatedMonth month = Simulator.month(seed, YearMonth.of(2026, 11), 1_000);
        List<ContactEvent> some =
                month.events().stream().filter(event -> random.nextBoolean()).toList();

        List<Journey> journeys = journeys(some);

        assertThat(journeys.stream()
                        .flatMap(journey -> journey.contacts().stream())
                        .flatMap(JourneyContact::refs))
                .as("seed %d: a contact is in one journey only", seed)
                .doesNotHaveDuplicates();
        assertThat(journeys).allSatisfy(SimulatedMonthTest::isSound);
    }

    private static void isSound(Journey journey) {
        List<ContactRef> customers = journey.contacts().stream()
                .filter(contact -> contact.role() == JourneyContact.Role.CUSTOMER)
                .map(JourneyContact::ref)
                .toList();
        assertThat(journey.switches()).allSatisfy(judged -> {
            int from = customers.indexOf(judged.fromContact());
            assertThat(customers.get(from + 1)).as("the contact after").isEqualTo(judged.toContact());
            assertThat(judged.fromChannel()).isNotEqualTo(judged.toChannel());
            assertThat(judged.probability()).isBetween(0.0, 1.0);
            assertThat(judged.cause() != null)
                    .isEqualTo(judged.verdict() == Verdict.FORCED || judged.verdict() == Verdict.FORCED_WITH_CONSENT);
            assertThat(judged.evidence())
                    .isSortedAccordingTo(Comparator.comparing(Evidence::at))
                    .doesNotHaveDuplicates();
        });
    }

    private static List<Journey> journeys(List<ContactEvent> events) {
        var journeys = new ArrayList<Journey>();
        events.stream()
                .filter(event -> !(event.data() instanceof IdentityData))
                .collect(groupingBy(SimulatedMonthTest::person, TreeMap::new, toList()))
                .forEach((person, own) -> journeys.addAll(journeys(person, own)));
        return journeys;
    }

    private static List<Journey> journeys(String person, List<ContactEvent> events) {
        var placed = new ArrayList<PlacedContact>();
        events.stream()
                .filter(event -> !(event.data() instanceof CaseData))
                .collect(groupingBy(ContactKey::of))
                .forEach((key, ofContact) -> placed.add(new PlacedContact(Contacts.summarise(key, ofContact), person)));
        Collection<CaseFact> cases =
                events.stream().map(CaseFact::of).filter(Objects::nonNull).toList();
        return Journeys.of("", person, placed, cases, TenantRules.defaults());
    }

    private static String person(ContactEvent event) {
        String subject = event.subject().replace("case-", "");
        return subject.substring(0, PERSON);
    }

    private static Set<Set<ContactRef>> sets(List<Journey> journeys) {
        return journeys.stream()
                .map(journey -> journey.contacts().stream()
                        .flatMap(JourneyContact::refs)
                        .collect(toSet()))
                .collect(toSet());
    }

    private static Set<Set<ContactRef>> plantedSets(SimulatedMonth month) {
        return month.truth().issues().stream()
                .map(PlantedIssue::contacts)
                .map(Set::copyOf)
                .collect(toSet());
    }

    private static Set<String> switches(List<Journey> journeys) {
        return journeys.stream()
                .flatMap(journey -> journey.switches().stream())
                .map(found -> found.fromContact().contactId() + " " + found.fromChannel() + " > "
                        + found.toContact().contactId() + " " + found.toChannel() + " " + found.verdict() + " "
                        + found.cause())
                .collect(toSet());
    }

    private static Set<String> plantedSwitches(SimulatedMonth month) {
        return month.truth().switches().stream()
                .map(planted -> planted.from().contactId() + " " + planted.fromChannel() + " > "
                        + planted.to().contactId() + " " + planted.toChannel() + " " + planted.verdict() + " "
                        + planted.cause())
                .collect(toSet());
    }
}
