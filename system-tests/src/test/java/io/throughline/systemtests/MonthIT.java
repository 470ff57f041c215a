package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Verdict;
import io.throughline.local.client.Api;
import io.throughline.testkit.simulator.PlantedIssue;
import io.throughline.testkit.simulator.PlantedSwitch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A month sent in through the one address comes out as the journeys, verdicts and KPIs that are in it. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthIT {

    private final RunningStack stack;
    private final LoadedMonth loaded;

    MonthIT(RunningStack stack, LoadedMonth loaded) {
        this.stack = stack;
        this.loaded = loaded;
    }

    @Test
    void everyDeliveryIsAcceptedAndEveryEventIsInTheLog() {
        var deliveries = loaded.month().deliveries();

        assertThat(loaded.result().accepted()).isLessThanOrEqualTo(deliveries.size());
        assertThat(loaded.result().rejected()).isZero();
        assertThat(names(loaded.outcome().events()))
                .isEqualTo(names(loaded.month().events()));
    }

    @Test
    void rawIdentifiersStopAtIntake() {
        assertThat(loaded.outcome().events())
                .allSatisfy(event -> assertThat(event.data().context().identifiers())
                        .allMatch(identifier -> identifier.value() == null));
    }

    /** Journeys, verdicts, identities byte for byte but for the number of the revision; KPIs to the last digit. */
    @Test
    void theTopicsEqualABatchRecomputation() {
        var outcome = loaded.outcome();

        assertThat(outcome.recomputed().kpis()).isNotEmpty();
        assertThat(outcome.recomputed().differences(outcome.published()))
                .as(seed())
                .isEmpty();
    }

    @Test
    void forcedSwitchesAreFoundAndNoOthersAreCalledForced() {
        var planted =
                loaded.month().truth().switches().stream().collect(Collectors.toMap(PlantedSwitch::to, each -> each));
        var found = switches().stream()
                .filter(change -> forced(change.verdict()))
                .map(ChannelSwitch::toContact)
                .toList();
        var straightforward = planted.values().stream()
                .filter(PlantedSwitch::straightforward)
                .map(PlantedSwitch::to)
                .toList();
        double right = found.stream()
                .filter(contact ->
                        planted.containsKey(contact) && planted.get(contact).forced())
                .count();
        double seen = straightforward.stream().filter(found::contains).count();

        assertThat(straightforward).hasSizeGreaterThan(40);
        assertThat(right / found.size()).as("precision, %s", seed()).isGreaterThanOrEqualTo(0.9);
        assertThat(seen / straightforward.size()).as("recall, %s", seed()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void verdictsAndCausesAreThePlantedOnes() {
        var found = switches().stream()
                .collect(Collectors.toMap(
                        change -> change.fromContact() + " " + change.toContact(),
                        change -> change.verdict() + " " + change.cause()));
        var planted = loaded.month().truth().switches().stream()
                .collect(Collectors.toMap(
                        each -> each.from() + " " + each.to(), each -> each.verdict() + " " + each.cause()));

        assertThat(found).as(seed()).isEqualTo(planted);
    }

    @Test
    void everyPlantedIssueIsOneJourneyOfOneCustomer() {
        var journeyOf = new HashMap<ContactRef, Journey>();
        for (Journey journey : loaded.outcome().journeys()) {
            for (JourneyContact contact : journey.contacts()) {
                journeyOf.put(contact.ref(), journey);
                contact.parts().forEach(part -> journeyOf.put(part, journey));
            }
        }
        var customerOf = new HashMap<String, String>();

        for (PlantedIssue issue : loaded.month().truth().issues()) {
            var journeys =
                    issue.contacts().stream().map(journeyOf::get).distinct().toList();
            assertThat(journeys).as("%s, %s", issue, seed()).hasSize(1).doesNotContainNull();
            var customerId = journeys.getFirst().customerId();
            assertThat(customerOf.computeIfAbsent(issue.customerId(), key -> customerId))
                    .as("%s, %s", issue, seed())
                    .isEqualTo(customerId);
        }
        assertThat(customerOf.values()).doesNotHaveDuplicates();
        assertThat(loaded.outcome().journeys())
                .hasSameSizeAs(loaded.month().truth().issues());
    }

    /** The expected numbers come from the truth alone. */
    @Test
    void kpisOverHttpAreTheTruths() {
        var issues = loaded.month().truth().issues();
        var rated = issues.stream().filter(issue -> issue.csat() != null).toList();
        var verdicts = loaded.month().truth().switchesByVerdict();
        long forced = count(verdicts, Verdict.FORCED) + count(verdicts, Verdict.FORCED_WITH_CONSENT);
        long contacts =
                issues.stream().mapToLong(PlantedIssue::customerContacts).sum();
        var risk = loaded.month().truth().dissatisfaction();

        try (var api = stack.api(Tenant.MONTH)) {
            assertKpi(api, "journeys.count", issues.size(), issues.size());
            assertKpi(api, "contacts.count", contacts, contacts);
            assertKpi(api, "csat.mean", rated.stream().mapToLong(MonthIT::score).sum(), rated.size());
            assertKpi(
                    api,
                    "csat.top2",
                    rated.stream().filter(issue -> score(issue) >= 4).count(),
                    rated.size());
            assertKpi(
                    api,
                    "resolution.rate",
                    issues.stream().filter(PlantedIssue::resolved).count(),
                    issues.size());
            assertKpi(
                    api,
                    "fcr.gross:w7d",
                    issues.stream().filter(PlantedIssue::solvedAtFirstContact).count(),
                    contacts);
            assertKpi(
                    api,
                    "fcr.first:w7d",
                    issues.stream().filter(PlantedIssue::solvedAtFirstContact).count(),
                    issues.size());
            assertKpi(api, "switch.forced:strict", forced, forced + count(verdicts, Verdict.VOLUNTARY));
            assertThat(kpi(api, "risk.forced:crude").path("value").asDouble()).isEqualTo(risk.relativeRisk());
        }
    }

    @Test
    void theReadModelAnswersWithTheJourneyOfTheTopic() {
        try (var api = stack.api(Tenant.MONTH)) {
            for (Journey journey : loaded.outcome().journeys().subList(0, 25)) {
                var contact = journey.contacts().getFirst().ref();
                var answer = api.get("/v1/contacts/journey?source=" + encoded(contact.source()) + "&contactId="
                        + encoded(contact.contactId()));
                assertThat(answer.path("journeyId").asText()).isEqualTo(journey.journeyId());
                assertThat(answer.path("contacts")).hasSameSizeAs(journey.contacts());
                var customer = api.get("/v1/customers/" + journey.customerId() + "/journeys");
                assertThat(customer.findValuesAsText("journeyId")).contains(journey.journeyId());
            }
        }
    }

    @Test
    void aRawIdentifierLeadsToItsCustomer() {
        var phones = loaded.month().events().stream()
                .flatMap(event -> event.data().context().identifiers().stream())
                .filter(identifier -> identifier.type().equals("phone"))
                .map(Identifier::value)
                .distinct()
                .limit(10)
                .toList();

        try (var api = stack.api(Tenant.MONTH)) {
            for (String phone : phones) {
                var answer = api.post(
                        "/v1/customers/lookup",
                        "application/json",
                        "{\"type\":\"phone\",\"value\":\"%s\"}".formatted(phone).getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).as(answer.problem()).isEqualTo(200);
                assertThat(loaded.outcome().journeys())
                        .extracting(Journey::customerId)
                        .contains(answer.body().path("customerId").asText());
            }
        }
    }

    private void assertKpi(Api api, String kpi, long numerator, long denominator) {
        var value = kpi(api, kpi);
        assertThat(value.path("numerator").asLong()).as("%s, %s", kpi, seed()).isEqualTo(numerator);
        assertThat(value.path("denominator").asLong()).as("%s, %s", kpi, seed()).isEqualTo(denominator);
    }

    private JsonNode kpi(Api api, String kpi) {
        var month = loaded.month().month();
        var series = api.get("/v1/kpis?window=all&kpi=" + kpi + "&from=" + month.atDay(1) + "T00:00:00%2B08:00&to="
                + month.plusMonths(1).atDay(1) + "T00:00:00%2B08:00");
        assertThat(series.path("series")).as("%s", series).hasSize(1);
        return series.at("/series/0");
    }

    private List<ChannelSwitch> switches() {
        return loaded.outcome().journeys().stream()
                .flatMap(journey -> journey.switches().stream())
                .toList();
    }

    private String seed() {
        return "seed " + loaded.month().seed() + ", " + loaded.month().month();
    }

    private static Set<String> names(List<ContactEvent> events) {
        return events.stream().map(event -> event.source() + " " + event.id()).collect(Collectors.toSet());
    }

    private static long count(Map<Verdict, Long> verdicts, Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    private static long score(PlantedIssue issue) {
        return issue.csat() == null ? 0 : issue.csat();
    }

    private static boolean forced(Verdict verdict) {
        return verdict == Verdict.FORCED || verdict == Verdict.FORCED_WITH_CONSENT;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
