package io.throughline.journey.api;

import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.atRevision;
import static io.throughline.journey.Calls.withStatus;
import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.json.ContractJson;
import io.throughline.journey.Published;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class CustomerResourceTest {

    private final Published published = new Published();

    @AfterEach
    void close() {
        published.close();
    }

    @Test
    void customerIsAnsweredAsPublished() throws Exception {
        var customer = customer("c_whole", 2, "account:whole", "phone:whole");

        published.customer(customer);

        var answer = atRevision("acme-reads", "/v1/customers/c_whole", 2).asString();
        assertThat(ContractJson.MAPPER.readValue(answer, CustomerIdentity.class))
                .isEqualTo(customer);
        as("globex-reads").get("/v1/customers/c_whole").then().statusCode(404);
    }

    @Test
    void identifierLeadsToItsCustomer() {
        published.customer(customer("c_found", 1, "phone:find-me"));
        atRevision("acme-reads", "/v1/customers/c_found", 1);

        as("acme-reads")
                .get("/internal/identifiers/phone/find-me")
                .then()
                .statusCode(200)
                .body("customerId", equalTo("c_found"));
        as("acme-reads").get("/internal/identifiers/email/find-me").then().statusCode(404);
        as("globex-reads").get("/internal/identifiers/phone/find-me").then().statusCode(404);
    }

    @Test
    void identifierThatWasTakenAwayIsNobodys() {
        published.customer(customer("c_less", 1, "phone:kept", "cookie:shared"));
        published.customer(customer("c_less", 2, "phone:kept"));
        atRevision("acme-reads", "/v1/customers/c_less", 2);

        as("acme-reads").get("/internal/identifiers/cookie/shared").then().statusCode(404);
    }

    /** Revisions begin again when the state is rebuilt. */
    @Test
    void whatStandsLaterOnTheTopicIsNewerWhateverItsRevision() {
        published.customer(customer("c_rebuilt", 9, "phone:right", "cookie:wrong"));
        atRevision("acme-reads", "/v1/customers/c_rebuilt", 9);

        published.customer(customer("c_rebuilt", 4, "phone:right"));

        atRevision("acme-reads", "/v1/customers/c_rebuilt", 4);
        as("acme-reads").get("/internal/identifiers/cookie/wrong").then().statusCode(404);
    }

    @Test
    void idOfAMergedCustomerLeadsToTheOther() {
        var old = idOf("phone:merged");
        published.customer(customer(old, 3, "cookie:a", "phone:merged"));
        published.journey(journey("acme", "j_merged")
                .of("c_new")
                .contact("merged-1", "web", "2026-11-01T02:00:00Z")
                .build());
        atRevision("acme-reads", "/v1/customers/" + old, 3);
        atRevision("acme-reads", "/v1/journeys/j_merged", 1);

        published.customer(customer("c_new", 1, "account:new", "cookie:a", "phone:merged"));
        published.noCustomer("acme", old);

        atRevision("acme-reads", "/v1/customers/" + old, 1)
                .then()
                .header("Content-Location", "/v1/customers/c_new")
                .body("customerId", equalTo("c_new"));
        as("acme-reads")
                .get("/v1/customers/" + old + "/journeys")
                .then()
                .body("journeys.journeyId", equalTo(List.of("j_merged")))
                .body("next", nullValue());
    }

    /** Ann's phone turns out to be Ben's: her old id was made of her mail address, and leads to whoever has that. */
    @Test
    void idOfAMergedCustomerNeverLeadsToWhoGotAnotherOfTheirIdentifiers() {
        var old = idOf("email:z-ann");
        published.customer(customer(old, 1, "email:z-ann", "phone:a-family"));
        atRevision("acme-reads", "/v1/customers/" + old, 1);
        published.customer(customer(old, 2, "phone:a-family"));
        atRevision("acme-reads", "/v1/customers/" + old, 2);

        published.noCustomer("acme", old);
        published.customer(customer("c_ben", 1, "customerId:ben", "phone:a-family"));
        atRevision("acme-reads", "/v1/customers/c_ben", 1);
        withStatus("acme-reads", "/v1/customers/" + old, 404);

        published.customer(customer("c_ann", 4, "customerId:ann", "email:z-ann"));
        atRevision("acme-reads", "/v1/customers/" + old, 4).then().header("Content-Location", "/v1/customers/c_ann");
    }

    @Test
    void mergeThatIsUndoneGivesBothTheirIdsAgain() {
        var back = idOf("phone:back");
        published.customer(customer(back, 3, "phone:back"));
        published.noCustomer("acme", back);
        withStatus("acme-reads", "/v1/customers/" + back, 404);

        published.customer(customer(back, 1, "phone:back"));

        atRevision("acme-reads", "/v1/customers/" + back, 1).then().header("Content-Location", nullValue());
    }

    @Test
    void customerWithoutJourneysHasAnEmptyList() {
        published.customer(customer("c_quiet", 1, "phone:quiet"));
        atRevision("acme-reads", "/v1/customers/c_quiet", 1);

        as("acme-reads")
                .get("/v1/customers/c_quiet/journeys")
                .then()
                .statusCode(200)
                .body("journeys", equalTo(List.of()));
    }

    /** The id that an identifier, {@code type:token}, gives to whom it names. */
    private static String idOf(String identifier) {
        var parts = identifier.split(":");
        return IdentityGraph.alone("acme", new IdentifierToken(parts[0], parts[1]), Reach.ALL)
                .customerId();
    }

    /** Identifiers as {@code type:token}. */
    private static CustomerIdentity customer(String id, long revision, String... identifiers) {
        var known = Stream.of(identifiers)
                .map(identifier -> identifier.split(":"))
                .map(parts -> new KnownIdentifier(
                        parts[0], parts[1], Instant.parse("2026-11-01T02:00:00Z"), "seen in a contact"))
                .toList();
        return new CustomerIdentity("acme", id, known, revision);
    }
}
