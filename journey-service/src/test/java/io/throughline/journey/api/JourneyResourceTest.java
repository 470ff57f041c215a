package io.throughline.journey.api;

import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.atRevision;
import static io.throughline.journey.Calls.withStatus;
import static io.throughline.journey.JourneyFixture.SOURCE;
import static io.throughline.journey.JourneyFixture.journey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Verdict;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.JourneyFixture;
import io.throughline.journey.Published;
import io.throughline.testkit.stack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class JourneyResourceTest {

    private final Published published = new Published();

    @AfterEach
    void close() {
        published.close();
    }

    @Test
    void journeyIsAnsweredAsItWasPublished() throws Exception {
        var journey = someJourney("j_whole").build();

        published.journey(journey);

        var answer = atRevision("acme-reads", "/v1/journeys/j_whole", 1).asString();
        var expected = ContractJson.MAPPER.writeValueAsString(journey);
        assertThat(ContractJson.MAPPER.readTree(answer)).isEqualTo(ContractJson.MAPPER.readTree(expected));
    }

    /** Wrongly merged it was c_1's; rebuilt, revisions begin again, and it is c_2's. */
    @Test
    void whatStandsLaterOnTheTopicIsNewerWhateverItsRevision() {
        published.journey(someJourney("j_order").revision(9).of("c_1").build());
        atRevision("acme-reads", "/v1/journeys/j_order", 9);

        published.journey(someJourney("j_order").revision(4).of("c_2").build());

        assertThat(atRevision("acme-reads", "/v1/journeys/j_order", 4)
                        .jsonPath()
                        .getString("customerId"))
                .isEqualTo("c_2");
    }

    @Test
    void tombstoneDeletes() {
        published.journey(someJourney("j_gone").revision(7).build());
        atRevision("acme-reads", "/v1/journeys/j_gone", 7);

        published.noJourney("acme", "j_gone");

        withStatus("acme-reads", "/v1/journeys/j_gone", 404);
        as("acme-reads")
                .get("/v1/contacts/journey?source=" + SOURCE + "&contactId=j_gone-1")
                .then()
                .statusCode(404);
    }

    @Test
    void journeyThatBeginsAnewBeginsItsRevisionsAnew() {
        published.journey(someJourney("j_anew").revision(7).build());
        published.noJourney("acme", "j_anew");
        published.journey(someJourney("j_anew").revision(1).build());

        atRevision("acme-reads", "/v1/journeys/j_anew", 1);
    }

    @Test
    void idOfAJourneyThatBecamePartOfAnotherLeadsThere() {
        published.journey(someJourney("j_later").build());
        atRevision("acme-reads", "/v1/journeys/j_later", 1);

        published.journey(journey("acme", "j_earlier")
                .revision(2)
                .contact("j_earlier-1", "email", "2026-11-01T01:00:00Z")
                .contact("j_later-1", "chatbot", "2026-11-01T02:00:00Z")
                .build());
        published.noJourney("acme", "j_later");

        atRevision("acme-reads", "/v1/journeys/j_later", 2)
                .then()
                .header("Content-Location", "/v1/journeys/j_earlier")
                .body("journeyId", equalTo("j_earlier"));
        as("globex-reads").get("/v1/journeys/j_later").then().statusCode(404);
    }

    @Test
    void contactLeadsToItsJourney() {
        published.journey(someJourney("j_contact").build());
        atRevision("acme-reads", "/v1/journeys/j_contact", 1);

        as("acme-reads")
                .queryParam("source", SOURCE)
                .queryParam("contactId", "j_contact-2")
                .get("/v1/contacts/journey")
                .then()
                .statusCode(200)
                .body("journeyId", equalTo("j_contact"));
    }

    @Test
    void otherTenantsFindNothing() {
        published.journey(someJourney("j_private").build());
        atRevision("acme-reads", "/v1/journeys/j_private", 1);

        for (var path : new String[] {
            "/v1/journeys/j_private",
            "/v1/journeys/j_private/explanation",
            "/v1/contacts/journey?source=" + SOURCE + "&contactId=j_private-1"
        }) {
            as("globex-reads").get(path).then().statusCode(404);
        }
    }

    @Test
    void statusIsAsOfNow() {
        published.journey(
                someJourney("j_lapsed").lapsesAt("2020-01-01T00:00:00Z").build());

        atRevision("acme-reads", "/v1/journeys/j_lapsed", 1).then().body("status", equalTo("LAPSED"));
    }

    @Test
    void explanationIsToldInTheLanguageAskedFor() {
        published.journey(someJourney("j_told").build());
        atRevision("acme-reads", "/v1/journeys/j_told", 1);
        var path = "/v1/journeys/j_told/explanation";

        as("acme-reads").get(path).then().header("Content-Language", "en").body("summary", startsWith("Issue:"));
        as("acme-reads")
                .header("Accept-Language", "fr, zh-HK;q=0.9, en;q=0.8")
                .get(path)
                .then()
                .header("Content-Language", "zh-Hant")
                .body("steps[1].text", containsString("企業迫使"));
        as("acme-reads")
                .header("Accept-Language", "zh")
                .get(path + "?lang=en&zone=UTC")
                .then()
                .header("Content-Language", "en")
                .body("steps[0].text", startsWith("1 Nov 2026 02:00:"));
        as("acme-reads").header("Accept-Language", ";;").get(path).then().header("Content-Language", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{}", "{\"tenant\":\"acme\",\"journeyId\":\"j_bad\",\"contacts\":[]}"})
    void recordThatIsNoJourneyDoesNotStopTheOthers(String text) {
        published.send(Topics.CONTACT_JOURNEYS, Keys.journey("acme", "j_bad"), text.getBytes(UTF_8));
        var id = "j_next" + text.length();
        published.journey(someJourney(id).build());

        atRevision("acme-reads", "/v1/journeys/" + id, 1);
    }

    @Test
    void journeyThatPostgresRefusesDoesNotStopTheOthers() {
        published.journey(someJourney("j_refused").of("c_\0").build());
        published.journey(someJourney("j_taken").build());

        atRevision("acme-reads", "/v1/journeys/j_taken", 1);
        as("acme-reads").get("/v1/journeys/j_refused").then().statusCode(404);
    }

    private static JourneyFixture someJourney(String id) {
        return journey("acme", id)
                .of("c_" + id)
                .contact(id + "-1", "chatbot", "2026-11-01T02:00:00Z")
                .contact(id + "-2", "phone", "2026-11-01T02:10:00Z")
                .switched(Verdict.FORCED, Cause.BOT_DEAD_END);
    }
}
