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

    @Test
    void idOfAMergedCustomerLeadsToTheOther() {
        published.customer(customer("c_old", 3, "cookie:a", "phone:merged"));
        published.journey(journey("acme", "j_merged")
                .of("c_new")
                .contact("merged-1", "web", "2026-11-01T02:00:00Z")
                .build());
        atRevision("acme-reads", "/v1/customers/c_old", 3);
        atRevision("acme-reads", "/v1/journeys/j_merged", 1);

        published.customer(customer("c_new", 1, "account:new", "cookie:a", "phone:merged"));
        published.noCustomer("acme", "c_old");

        atRevision("acme-reads", "/v1/customers/c_old", 1)
                .then()
                .header("Content-Location", "/v1/customers/c_new")
                .body("customerId", equalTo("c_new"));
        as("acme-reads")
                .get("/v1/customers/c_old/journeys")
                .then()
                .body("journeys.journeyId", equalTo(List.of("j_merged")))
                .body("next", nullValue());
    }

    @Test
    void mergeThatIsUndoneGivesBothTheirIdsAgain() {
        published.customer(customer("c_back", 3, "phone:back"));
        published.noCustomer("acme", "c_back");
        withStatus("acme-reads", "/v1/customers/c_back", 404);

        published.customer(customer("c_back", 1, "phone:back"));

        atRevision("acme-reads", "/v1/customers/c_back", 1).then().header("Content-Location", nullValue());
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
