package io.throughline.routing.api;

import static io.restassured.RestAssured.given;
import static io.throughline.routing.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Keys;
import io.throughline.routing.JourneyFixture;
import io.throughline.routing.KpiFixture;
import io.throughline.routing.TestTopics;
import io.throughline.testkit.stack.StackResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "routing"))
class RouteResourceTest {

    private final TestTopics topics = new TestTopics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void coldStartIsTheSurveys() {
        ask("globex-sends", "{\"intent\":\"bill-payment\",\"availableChannels\":[\"phone\",\"web\"]}")
                .statusCode(200)
                .body("recommended", equalTo("web"))
                .body("expectedResolution", equalTo(0.5f))
                .body("alternatives.channel", equalTo(List.of("phone")))
                .body("reasons.code", equalTo(List.of("NOT_MEASURED", "SURVEY_PREFERENCE")))
                .body("reasons[1].text.zh-Hant", containsString("繳費"))
                .body("handover", nullValue());
    }

    @Test
    void decisionIsInKafkaBeforeTheAnswer() {
        var answer = ask(
                        "globex-sends",
                        """
                {"intent":"purchase","market":"HK","currentChannel":"web","customerId":"c_unknown"}""")
                .statusCode(200)
                .extract()
                .jsonPath();

        RoutingDecision decision = topics.decision(Keys.decision("globex", answer.getString("decisionId")));

        assertThat(decision.tenant()).isEqualTo("globex");
        assertThat(decision.recommended()).isEqualTo("store").isEqualTo(answer.getString("recommended"));
        assertThat(decision.options())
                .extracting(RoutingDecision.Option::channel)
                .containsExactly("store", "web", "app", "phone");
        assertThat(decision.customerId()).isEqualTo("c_unknown");
        assertThat(decision.journeyId()).isNull();
        assertThat(decision.market()).isEqualTo("HK");
        assertThat(decision.currentChannel()).isEqualTo("web");
        assertThat(decision.at()).isEqualTo(answer.getString("at"));
    }

    /** The example of docs/routing.md, the measurements spread over days. */
    @Test
    void measurementsOfNinetyDaysAreSummed() {
        var newest = "2025-11-20";
        topics.kpi(KpiFixture.day("acme", newest).of("web").counts(30, 50).build());
        topics.kpi(KpiFixture.day("acme", newest)
                .of("web", "bill-payment")
                .counts(10, 20)
                .build());
        // 89 days before the newest: in. 90 days before: out.
        topics.kpi(
                KpiFixture.day("acme", "2025-08-23").of("web").counts(40, 100).build());
        topics.kpi(KpiFixture.day("acme", "2025-08-23")
                .of("web", "bill-payment")
                .counts(20, 30)
                .build());
        topics.kpi(KpiFixture.day("acme", "2025-08-22")
                .of("web", "bill-payment")
                .counts(900, 900)
                .build());
        topics.kpi(
                KpiFixture.day("acme", "2025-08-22").of("web").counts(900, 900).build());
        // The last record of a key counts: revisions begin again when feedback-service is rebuilt.
        topics.kpi(KpiFixture.day("acme", newest)
                .of("phone")
                .counts(1, 1)
                .revision(9)
                .build());
        topics.kpi(KpiFixture.day("acme", newest)
                .of("phone")
                .counts(130, 230)
                .revision(4)
                .build());
        topics.kpi(KpiFixture.day("acme", newest)
                .of("phone", "bill-payment")
                .counts(10, 30)
                .build());
        // A day that a further contact can still change does not count, though by the clock none could come; nor does
        // one that was taken back.
        topics.kpi(KpiFixture.day("acme", newest)
                .of("app", "bill-payment")
                .counts(50, 50)
                .maturesAt(Instant.parse("2025-11-28T00:00:00Z"))
                .build());
        var takenBack = KpiFixture.day("acme", newest)
                .of("store", "bill-payment")
                .counts(50, 50)
                .build();
        topics.kpi(takenBack);
        topics.noKpi(takenBack);
        topics.kpi(KpiFixture.day("acme", newest)
                .of("kiosk", "bill-payment")
                .counts(0, 7)
                .build());

        // The records are in several partitions: one that is read last can be any of them.
        var answer = eventually(
                "acme-sends",
                "{\"intent\":\"bill-payment\"}",
                found -> found.getList("alternatives.channel").equals(List.of("phone", "kiosk"))
                        && Math.abs(found.getDouble("expectedResolution") - 0.5681818) < 1e-6
                        && Math.abs(found.getDouble("alternatives[0].expectedResolution") - 0.3958333) < 1e-6);

        assertThat(answer.getString("recommended")).isEqualTo("web");
        assertThat(answer.getDouble("expectedResolution")).isCloseTo(0.5681818, within(1e-6));
        assertThat(answer.getList("alternatives.channel")).isEqualTo(List.of("phone", "kiosk"));
        assertThat(answer.getDouble("alternatives[0].expectedResolution")).isCloseTo(0.3958333, within(1e-6));
        assertThat(answer.getInt("alternatives[0].measured")).isEqualTo(230);
        assertThat(answer.getString("reasons[0].text.en"))
                .isEqualTo("Of 50 first contacts via website about bill payment, 30 solved the issue.");
    }

    /**
     * The chatbot solves 30 of 100, the other 70 call. The phone solves the 10 that begin there: (10 · 0.25 + 10) / 20,
     * and not (10 · 0.25 + 10) / 90, which would be less than the chatbot's (10 · 0.25 + 30) / 110.
     */
    @Test
    void channelThatTakesOverWhatAnotherLeftIsNotBlamedForIt() {
        var chatbot = KpiFixture.day("initech", "2025-11-20").of("chatbot", "bill-payment");
        var phone = KpiFixture.day("initech", "2025-11-20").of("phone", "bill-payment");
        topics.kpi(chatbot.kpi("fcr.gross").counts(30, 100).build());
        topics.kpi(phone.kpi("fcr.gross").counts(10, 80).build());
        topics.kpi(phone.kpi("fcr.first").counts(10, 10).build());
        topics.kpi(chatbot.kpi("fcr.first").counts(30, 100).build());

        var answer = eventually(
                "initech-sends",
                "{\"intent\":\"bill-payment\",\"availableChannels\":[\"chatbot\",\"phone\"]}",
                found -> found.getInt("alternatives[0].measured") > 0);

        assertThat(answer.getString("recommended")).isEqualTo("phone");
        assertThat(answer.getDouble("expectedResolution")).isCloseTo(0.625, within(1e-6));
        assertThat(answer.getDouble("alternatives[0].expectedResolution")).isCloseTo(32.5 / 110, within(1e-6));
    }

    @Test
    void channelThatFailedInTheOpenJourneyIsPushedDown() {
        topics.journey(chatbotFailed("j_fail", "c_fail").build());

        var answer = eventually(
                "initech-sends",
                "{\"intent\":\"bill-payment\",\"customerId\":\"c_fail\",\"availableChannels\":[\"web\",\"fax\"]}",
                found -> found.getString("journeyId") != null);

        assertThat(answer.getString("journeyId")).isEqualTo("j_fail");
        assertThat(answer.getString("handover")).isEqualTo("/v1/journeys/j_fail");
        assertThat(answer.getString("recommended")).isEqualTo("fax");
        assertThat(answer.getBoolean("alternatives[0].failedBefore")).isTrue();
        assertThat(answer.getString("reasons[0].text.en"))
                .isEqualTo("website already failed the customer in this issue.");
        ask("globex-sends", "{\"intent\":\"bill-payment\",\"journeyId\":\"j_fail\"}")
                .body("journeyId", nullValue());
        ask("initech-sends", "{\"intent\":\"refund\",\"customerId\":\"c_fail\"}")
                .body("journeyId", nullValue());
        ask("initech-sends", "{\"intent\":\"refund\",\"journeyId\":\"j_fail\"}").body("journeyId", equalTo("j_fail"));
    }

    /** Two customers turned out to be one; who asks has the id that is gone. What failed must not be recommended. */
    @Test
    void journeyIsFoundByItsIdWhenTheCustomersHasChanged() {
        topics.journey(chatbotFailed("j_merged", "c_stays").build());

        var answer = eventually(
                "initech-sends",
                """
                {"intent":"bill-payment","customerId":"c_gone","journeyId":"j_merged","availableChannels":["web","fax"]}""",
                found -> found.getString("journeyId") != null);

        assertThat(answer.getString("journeyId")).isEqualTo("j_merged");
        assertThat(answer.getString("recommended")).isEqualTo("fax");
    }

    /** Wrongly merged it was c_first's; rebuilt, revisions begin again, and it is c_second's. */
    @Test
    void journeyIsWhoseTheTopicSaysLastWhateverTheRevision() {
        topics.journey(chatbotFailed("j_rebuilt", "c_first").revision(9).build());
        eventually("initech-sends", byCustomer("c_first"), found -> found.getString("journeyId") != null);

        topics.journey(chatbotFailed("j_rebuilt", "c_second").revision(4).build());

        eventually("initech-sends", byCustomer("c_first"), found -> found.getString("journeyId") == null);
        ask("initech-sends", byCustomer("c_second")).body("journeyId", equalTo("j_rebuilt"));
    }

    @Test
    void journeyThatIsOverIsNotAskedAgain() {
        topics.journey(chatbotFailed("j_over", "c_over").build());
        topics.journey(chatbotFailed("j_lapsed", "c_lapsed")
                .lapsesAt(Instant.parse("2026-01-01T00:00:00Z"))
                .build());
        eventually("initech-sends", byJourney("j_over"), found -> found.getString("journeyId") != null);

        topics.journey(chatbotFailed("j_over", "c_over")
                .revision(2)
                .status(Journey.Status.RESOLVED)
                .build());

        eventually("initech-sends", byJourney("j_over"), found -> found.getString("journeyId") == null);
        ask("initech-sends", byJourney("j_lapsed")).body("journeyId", nullValue());
    }

    @Test
    void withoutAGoodChannelTheAnswerSaysWhy() {
        ask("globex-sends", "{\"intent\":\"refund\",\"availableChannels\":[]}")
                .statusCode(200)
                .body("recommended", nullValue())
                .body("expectedResolution", nullValue())
                .body("reasons.code", hasItems("NO_CHANNEL_AVAILABLE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                   | intent",
                "{\"intent\":\"\"}                                    | intent",
                "{\"intent\":\"a\\u0000b\"}                           | intent",
                "{\"intent\":7.5}                                     | intent",
                "{\"intent\":\"refund\",\"customerId\":\"+85223456789\"} | customerId",
                "{\"intent\":\"refund\",\"journeyId\":\"c_1\"}        | journeyId",
                "{\"intent\":\"refund\",\"market\":\"Hong Kong\"}     | market",
                "{\"intent\":\"refund\",\"currentChannel\":\" phone\"} | currentChannel",
                "{\"intent\":\"refund\",\"availableChannels\":\"phone\"} | availableChannels",
                "{\"intent\":\"refund\",\"availableChannels\":[\"phone\",null]} | availableChannels[1]",
                "{\"intent\":\"refund\",\"availableChannels\":[\"phone\",\"\"]} | availableChannels[1]"
            })
    void badInputIsNamed(String body, String field) {
        ask("globex-sends", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("remedy", containsString("Send"));
    }

    @Test
    void severalErrorsAreNamedTogether() {
        ask("globex-sends", "{\"market\":\"x\",\"currentChannel\":\"\"}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("intent", "currentChannel", "market")));
    }

    @Test
    void noBodyAndNoJsonAreBadInput() {
        given().header("Authorization", "Bearer globex-sends")
                .contentType("application/json")
                .post("/v1/routes")
                .then()
                .statusCode(400);
        ask("globex-sends", "not JSON").statusCode(400);
    }

    @Test
    void whatTheTokenMustAllow() {
        ask("acme-reads", "{\"intent\":\"refund\"}").statusCode(403);
        ask("nobody", "{\"intent\":\"refund\"}").statusCode(401);
    }

    private static JourneyFixture chatbotFailed(String journeyId, String customerId) {
        return journey("initech", journeyId)
                .of(customerId)
                .contact("web", Outcome.UNKNOWN)
                .contact("phone", Outcome.UNKNOWN)
                .switched(Verdict.FORCED);
    }

    private static String byJourney(String journeyId) {
        return "{\"intent\":\"bill-payment\",\"journeyId\":\"" + journeyId + "\"}";
    }

    private static String byCustomer(String customerId) {
        return "{\"intent\":\"bill-payment\",\"customerId\":\"" + customerId + "\"}";
    }

    private static ValidatableResponse ask(String token, String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/v1/routes")
                .then();
    }

    /** The first answer that is as expected; the read model follows the topics by a moment. */
    private static JsonPath eventually(String token, String body, Predicate<JsonPath> expected) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ask(token, body).extract().jsonPath(), expected);
    }
}
