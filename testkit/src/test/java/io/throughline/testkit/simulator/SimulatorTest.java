package io.throughline.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.contracts.catalogue.Intents;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Verdict;
import io.throughline.contracts.json.ContractJson;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final SimulatedMonth DEMO = Simulator.month(1, OCTOBER, Simulator.CUSTOMERS);

    @Test
    void theSameArgumentsGiveTheSameMonth() {
        var again = Simulator.month(1, OCTOBER, Simulator.CUSTOMERS);

        assertThat(lines(again)).isEqualTo(lines(DEMO));
        assertThat(again.truth()).isEqualTo(DEMO.truth());
    }

    @Test
    void anotherSeedOrMonthGivesAnother() {
        assertThat(lines(Simulator.month(2, OCTOBER, 100))).isNotEqualTo(lines(Simulator.month(1, OCTOBER, 100)));
        assertThat(Simulator.month(1, OCTOBER.plusMonths(1), 100).truth())
                .isNotEqualTo(Simulator.month(1, OCTOBER, 100).truth());
    }

    @Test
    void theFirstCustomersOfALargerMonthAreThoseOfASmaller() {
        var small = Simulator.month(1, OCTOBER, 100);

        assertThat(DEMO.events()).containsAll(small.events());
        assertThat(DEMO.truth().issues()).startsWith(small.truth().issues().toArray(PlantedIssue[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void aMonthOfTheUsualSizeTellsTheUsualStory(long seed) {
        var month = Simulator.month(seed, OCTOBER, Simulator.CUSTOMERS);
        var verdicts = month.truth().switchesByVerdict();
        double forced = verdicts.get(Verdict.FORCED) + verdicts.get(Verdict.FORCED_WITH_CONSENT);

        assertThat(month.events()).hasSizeBetween(20_000, 30_000);
        assertThat(forced / (forced + verdicts.get(Verdict.VOLUNTARY))).isCloseTo(0.60, within(0.06));
        assertThat(verdicts.get(Verdict.UNDETERMINED)).isGreaterThan(30);
        assertThat(month.truth().dissatisfaction().relativeRisk()).isBetween(1.4, 2.2);
    }

    @Test
    void allChannelsIntentsAndMarketsOccur() {
        var contexts =
                DEMO.events().stream().map(event -> event.data().context()).toList();
        var markets = contexts.stream()
                .filter(context -> context.market() != null)
                .collect(Collectors.groupingBy(context -> context.market(), Collectors.counting()));

        assertThat(contexts)
                .extracting(context -> context.channel())
                .contains(
                        "phone",
                        "chat",
                        "chatbot",
                        "web",
                        "app",
                        "email",
                        "whatsapp",
                        "store",
                        "ivr",
                        "messenger",
                        "wechat");
        assertThat(contexts.stream()
                        .map(context -> context.intent())
                        .filter(intent -> intent != null)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(8)
                .isSubsetOf(Intents.STANDARD);
        assertThat(markets).containsOnlyKeys("HK", "MO", "CN", "TW", "SG");
        assertThat(markets.get("HK")).isGreaterThan(DEMO.events().size() / 5);
    }

    /** HKACE 2018; three standard errors of the rarer intents are about 10 points. */
    @Test
    void firstChannelsFollowTheSurvey() {
        assertThat(firstChannelShare("basic-information", "web", "app")).isCloseTo(0.65, within(0.08));
        assertThat(firstChannelShare("product-enquiry", "web", "app")).isCloseTo(0.59, within(0.08));
        assertThat(firstChannelShare("bill-payment", "web", "app")).isCloseTo(0.50, within(0.08));
        assertThat(firstChannelShare("purchase", "store")).isCloseTo(0.50, within(0.08));
        assertThat(firstChannelShare("problem-solving", "phone")).isCloseTo(0.51, within(0.08));
        assertThat(firstChannelShare("contract-renewal", "phone")).isCloseTo(0.49, within(0.10));
        assertThat(firstChannelShare("appointment-delivery", "phone")).isCloseTo(0.42, within(0.10));
    }

    @Test
    void everyEventFollowsTheContract() throws Exception {
        for (ContactEvent event : DEMO.events()) {
            var line = Simulator.toJson(event);

            assertThat(line).doesNotContain("\n", "\"tenant\"");
            assertThat(ContractJson.STRICT.readValue(line, ContactEvent.class)).isEqualTo(event);
            if (event.data() instanceof ContactData.Started started) {
                assertThat(started.context().channel()).isNotNull();
                assertThat(started.context().identifiers()).isNotEmpty();
            }
        }
        assertThat(DEMO.events().stream().map(event -> event.source() + event.id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensOutsideTheMonthInHongKong() {
        assertThat(DEMO.events()).allMatch(event -> YearMonth.from(event.time().atZone(ZoneId.of("Asia/Hong_Kong")))
                .equals(OCTOBER));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void thereAreAsManyCustomersAsPhoneNumbers(int customers) {
        assertThatThrownBy(() -> Simulator.month(1, OCTOBER, customers)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double firstChannelShare(String intent, String... channels) {
        Map<String, String> channelOf = DEMO.events().stream()
                .filter(event -> event.data() instanceof ContactData.Started)
                .collect(Collectors.toMap(
                        event -> event.source() + event.subject(),
                        event -> String.valueOf(event.data().context().channel())));
        var first = DEMO.truth().issues().stream()
                .filter(issue -> issue.intent().equals(intent))
                .map(issue -> issue.contacts().getFirst())
                .map(contact -> channelOf.get(contact.source() + contact.contactId()))
                .toList();
        return (double) first.stream().filter(Set.of(channels)::contains).count() / first.size();
    }

    private static List<String> lines(SimulatedMonth month) {
        return month.events().stream().map(Simulator::toJson).toList();
    }
}
