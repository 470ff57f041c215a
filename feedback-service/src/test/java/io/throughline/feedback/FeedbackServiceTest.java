package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.AcmeWorld.authorised;
import static io.throughline.feedback.AcmeWorld.get;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole service on a real Kafka and a real PostgreSQL, about {@link AcmeWorld}. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class FeedbackServiceTest {

    private static final String STORE_LEDGER = "/v1/kpis/fcr.gross:w7d/revisions?groupBy=channel&filter=channel:store";

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheWorldOnce() throws Exception {
        AcmeWorld.publishOnce(clock);
    }

    @Test
    void answersASeriesAsTheContractSays() {
        get("/v1/kpis?kpi=fcr.gross:w7d&to=2026-11-02&groupBy=channel")
                .body("kpi", equalTo("fcr.gross"))
                .body("variant", equalTo("w7d"))
                .body("window", equalTo("P1D"))
                .body("zone", equalTo("Asia/Hong_Kong"))
                .body("series", hasSize(3))
                .body("series[2].start", equalTo("2026-11-01T00:00:00+08:00"))
                .body("series[2].end", equalTo("2026-11-02T00:00:00+08:00"))
                .body("series[2].dimensions.channel", equalTo("phone"))
                .body("series[2].value", equalTo(0.6666667f))
                .body("series[2].numerator", equalTo(2))
                .body("series[2].denominator", equalTo(3))
                .body("series[2].interval.method", equalTo("wilson"))
                .body("series[2].interval.independent", equalTo("cases"))
                .body("series[2].state", equalTo("PROVISIONAL"))
                .body("series[2].small", equalTo(false))
                .body("series[2].revision", greaterThanOrEqualTo(1))
                .body("series[0].dimensions.channel", equalTo("chatbot"))
                .body("series[0].value", equalTo(0.0f))
                .body("series[0].small", equalTo(true));
    }

    @Test
    void publishesTheSameOnKafka() {
        Kpi kpi = JourneyTopic.read(Topics.FEEDBACK_KPIS).stream()
                .filter(record -> record.key().equals("acme|csat.mean|P1D|2026-11-01T00:00:00+08:00"))
                .map(record -> read(record.value()))
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(kpi.value()).isEqualTo(11 / 3.0);
        assertThat(kpi.denominator()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"fcr.gross:w7d", "csat.mean", "csat.top2", "risk.forced:crude", "switch.forced:strict"})
    void worksOutTheSameValuesAsItPublishes(String kpi) {
        // Singapore's days are Hong Kong's, but no tenant's here, so its values are not published.
        String workedOut = get("/v1/kpis?kpi=%s&groupBy=channel&zone=Asia/Singapore".formatted(kpi))
                .extract()
                .asString();

        // What is published takes another way into the database, and a moment longer.
        // What intervals take as independent differs, for which there is CustomersAsUnitsTest; a risk's are the same.
        UnaryOperator<String> compared =
                kpi.startsWith("risk") ? UnaryOperator.identity() : FeedbackServiceTest::withoutIntervals;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            String published = get("/v1/kpis?kpi=%s&groupBy=channel&zone=Asia/Hong_Kong".formatted(kpi))
                    .extract()
                    .asString();
            assertThat(compared.apply(workedOut.replace("Asia/Singapore", "Asia/Hong_Kong")))
                    .isEqualTo(compared.apply(published.replaceAll("\"revision\":\\d+", "\"revision\":null")));
        });
    }

    private static String withoutIntervals(String answer) {
        return answer.replaceAll("\"interval\":(null|\\{[^}]*})", "");
    }

    @Test
    void worksOutAnyWindowAndCombination() {
        get("/v1/kpis?kpi=contacts.count&window=P1M&groupBy=market,channel&filter=channel:phone,channel:email,market:HK")
                .body("series", hasSize(1))
                .body("series[0].start", equalTo("2026-11-01T00:00:00+08:00"))
                .body("series[0].end", equalTo("2026-12-01T00:00:00+08:00"))
                .body("series[0].dimensions", equalTo(java.util.Map.of("channel", "phone", "market", "HK")))
                .body("series[0].value", equalTo(4.0f))
                .body("series[0].revision", nullValue());
    }

    @Test
    void maturesAnAnswerWithTime() {
        clock.moveTo(Instant.parse("2026-11-08T15:59:59Z"));
        get("/v1/kpis?kpi=fcr.gross:w7d&from=2026-11-01&to=2026-11-02").body("series[0].state", equalTo("PROVISIONAL"));

        clock.moveTo(Instant.parse("2026-11-08T16:00:00Z"));
        get("/v1/kpis?kpi=fcr.gross:w7d&from=2026-11-01&to=2026-11-02").body("series[0].state", equalTo("MATURED"));
    }

    @Test
    void restatesAndKeepsTheLedger() throws Exception {
        try (var topic = new JourneyTopic()) {
            topic.publish(journey("late").tenant("third").contact(on("store")));
            awaitEntries(1);

            topic.publish(journey("late")
                    .tenant("third")
                    .revision(2)
                    .contact(on("store").outcome(Outcome.UNRESOLVED)));
            awaitEntries(2)
                    .body("entries[1].oldValue", equalTo(1.0f))
                    .body("entries[1].newValue", equalTo(0.0f))
                    .body("entries[1].numeratorChange", equalTo(-1))
                    .body("entries[1].cause", equalTo("journey late revision 2"))
                    .body("entries[1].journeys", equalTo(List.of("late")));

            topic.withdraw("third", "late");
            awaitEntries(3).body("entries[2].newValue", nullValue());
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> authorised("third-reads")
                    .get("/v1/kpis?kpi=fcr.gross:w7d&groupBy=channel&filter=channel:store")
                    .then()
                    .body("series", hasSize(0)));
        }
        String next = authorised("third-reads").get(STORE_LEDGER + "&limit=2").path("next");
        authorised("third-reads")
                .get(STORE_LEDGER + "&limit=2&cursor=" + next)
                .then()
                .body("entries", hasSize(1))
                .body("entries[0].revision", equalTo(3))
                .body("next", nullValue());
    }

    @Test
    void opensANumberToItsContacts() {
        var first = get("/v1/kpis/fcr.gross:w7d/contacts?to=2026-11-02&limit=4");
        first.body("cases", hasSize(4)).body("cases[0].contacts[0].source", equalTo(SampleContact.SOURCE));
        String next = first.extract().path("next");
        get("/v1/kpis/fcr.gross:w7d/contacts?to=2026-11-02&limit=4&cursor=" + next)
                .body("cases", hasSize(1))
                .body("cases[0].journeyId", equalTo("j1"))
                .body("cases[0].contacts[0].contactId", equalTo("j1-1"))
                .body("cases[0].numerator", equalTo(0))
                .body("cases[0].denominator", equalTo(1))
                .body("next", nullValue());

        get("/v1/kpis/resolution.rate/contacts?filter=channel:chatbot")
                .body("cases", hasSize(1))
                .body("cases[0].contacts.contactId", equalTo(List.of("j1-0", "j1-1")));
    }

    @Test
    void showsHeadlinesAndCountersAsMetrics() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            String metrics =
                    given().get("/q/metrics").then().statusCode(200).extract().asString();
            assertThat(metrics)
                    .contains("throughline_kpi_value{kpi=\"contacts.count\",span=\"all\",tenant=\"acme\"} 6.0")
                    .contains("throughline_kpi_value{kpi=\"contacts.count\",span=\"day\",tenant=\"acme\"} 5.0")
                    .contains("throughline_kpi_value{kpi=\"contacts.count\",span=\"all\",tenant=\"other\"} 1.0")
                    .contains("throughline_feedback_journeys_total{tenant=\"acme\"}");
        });
    }

    @Test
    void continuesTheTraceOfTheJourney() throws Exception {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        try (var topic = new JourneyTopic()) {
            topic.publish(
                    journey("traced").tenant("third").contact(on("fax")).build(),
                    "00-" + trace + "-b7ad6b7169203331-01");
            await().untilAsserted(() -> assertThat(JourneyTopic.read(Topics.FEEDBACK_KPIS))
                    .filteredOn(record -> record.key().contains("channel=fax"))
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(new String(
                                    record.headers().lastHeader("traceparent").value(), UTF_8))
                            .startsWith("00-" + trace)
                            .doesNotContain("b7ad6b7169203331")));
        }
    }

    private static ValidatableResponse awaitEntries(int entries) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> authorised("third-reads")
                .get(STORE_LEDGER)
                .then()
                .statusCode(200)
                .body("entries", hasSize(entries)));
        return authorised("third-reads").get(STORE_LEDGER).then();
    }

    private static Kpi read(byte[] json) {
        try {
            return ContractJson.MAPPER.readValue(json, Kpi.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
