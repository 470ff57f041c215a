package io.throughline.journey.api;

import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.atRevision;
import static io.throughline.journey.Calls.eventually;
import static io.throughline.journey.Calls.withStatus;
import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.Published;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.readmodel.Erasures;
import io.throughline.journey.stream.Backlog;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the ids of merged customers lead when one is erased. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class ErasedIdsTest {

    @Inject
    Erasures erasures;

    private final Published published = new Published();

    @AfterEach
    void close() {
        published.close();
    }

    /** After an upgrade: the stages read the log anew, so they would find nothing, and all would come back. */
    @Test
    void nobodyIsErasedBeforeAllIsReadThatCameBefore() {
        published.customer(customer("c_unread", 1, "unread"));
        atRevision("acme-reads", path("c_unread"), 1);
        QuarkusMock.installMockForType(
                new Backlog("", "", "", "") {
                    @Override
                    public boolean isRead(Duration patience) {
                        return false;
                    }
                },
                Backlog.class);

        as("acme-administers").delete(path("c_unread")).then().statusCode(503).header("Retry-After", equalTo("30"));

        as("acme-reads").get(path("c_unread")).then().statusCode(200);
    }

    @Test
    void aRequestThatCouldNotBeMadeTakesNoIdAway() {
        var old = merged("erased-1", "c_asked");

        var aliases = erasures.request("e_unsent", "acme", "c_asked", Instant.now());
        as("acme-reads").get(path(old)).then().statusCode(404);
        erasures.withdraw("e_unsent", aliases);

        as("acme-reads").get(path(old)).then().statusCode(200).body("customerId", equalTo("c_asked"));
        as("acme-administers").get("/v1/erasures/e_unsent").then().statusCode(404);
    }

    @Test
    void anErasedIdLeadsNowhereUntilItLivesAgain() throws Exception {
        var old = idOf("erased-2");
        published.customer(customer(old, 1, "erased-2"));
        atRevision("acme-reads", path(old), 1);
        erased(old, "e_done");
        published.noCustomer("acme", old);
        withStatus("acme-reads", path(old), 404);
        published.customer(customer("c_heir", 1, "erased-2"));
        atRevision("acme-reads", path("c_heir"), 1);
        as("acme-reads").get(path(old)).then().statusCode(404);

        published.customer(customer(old, 3, "erased-2"));
        atRevision("acme-reads", path(old), 3);
        published.noCustomer("acme", old);

        assertThat(atRevision("acme-reads", path(old), 1).header("Content-Location"))
                .isEqualTo(path("c_heir"));
    }

    /** The broker had the request, but could not say so in time: it is carried out after the caller got 503. */
    @Test
    void aWithdrawnRequestThatIsCarriedOutLeavesNoIdBehind() throws Exception {
        var old = merged("erased-3", "c_unheard");

        var aliases = erasures.request("e_unheard", "acme", "c_unheard", Instant.now());
        erasures.withdraw("e_unheard", aliases);
        as("acme-reads").get(path(old)).then().statusCode(200);
        published.noCustomer("acme", "c_unheard");
        withStatus("acme-reads", path("c_unheard"), 404);
        erased("c_unheard", "e_unheard");

        published.customer(customer("c_anew", 1, "erased-3"));
        atRevision("acme-reads", path("c_anew"), 1);
        as("acme-reads").get(path(old)).then().statusCode(404);
    }

    @Test
    void aRequestThatIsCarriedOutBeforeItIsWithdrawnLeavesNoIdBehind() throws Exception {
        var old = merged("erased-4", "c_sooner");

        var aliases = erasures.request("e_sooner", "acme", "c_sooner", Instant.now());
        erased("c_sooner", "e_sooner");
        erasures.withdraw("e_sooner", aliases);

        as("acme-reads").get(path(old)).then().statusCode(404);
        as("acme-administers").get("/v1/erasures/e_sooner").then().statusCode(200);
    }

    /** Its rows come from another topic than the receipt, and that may be read later. */
    @Test
    void aJourneyThatIsReadAfterItsErasureLeavesNoIdBehind() throws Exception {
        erased("c_slow", "e_slow", "j_slow");
        published.journey(slow("j_slow", "c_slow"));
        atRevision("acme-reads", "/v1/journeys/j_slow", 1);
        published.noJourney("acme", "j_slow");
        withStatus("acme-reads", "/v1/journeys/j_slow", 404);

        published.journey(slow("j_other", "c_other"));
        atRevision("acme-reads", "/v1/journeys/j_other", 1);

        as("acme-reads").get("/v1/journeys/j_slow").then().statusCode(404);
    }

    private static Journey slow(String id, String customerId) {
        return journey("acme", id)
                .of(customerId)
                .contact("slow", "web", "2026-11-01T02:00:00Z")
                .build();
    }

    /** The old id of a phone's customer who is another one by now. */
    private String merged(String phone, String into) {
        var old = idOf(phone);
        published.customer(customer(old, 1, phone));
        atRevision("acme-reads", path(old), 1);
        published.noCustomer("acme", old);
        published.customer(customer(into, 2, phone));
        atRevision("acme-reads", path(old), 2);
        return old;
    }

    /** The erasure is done, and the read model knows. */
    private void erased(String customerId, String receiptId, String... journeys) throws JsonProcessingException {
        var now = Instant.now();
        var erasure = new CustomerErasure("acme", receiptId, customerId, now, now, 0, 0, 1, List.of(journeys), 0);
        published.send(
                Topics.CUSTOMER_ERASURES,
                Keys.customer("acme", customerId),
                ContractJson.MAPPER.writeValueAsBytes(erasure));
        eventually(
                "acme-administers",
                "/v1/erasures/" + receiptId,
                answer -> answer.statusCode() == 200 && "DONE".equals(answer.path("state")));
    }

    private static String path(String customerId) {
        return "/v1/customers/" + customerId;
    }

    /** The id that a phone gives to whom it names. */
    private static String idOf(String phone) {
        return IdentityGraph.alone("acme", new IdentifierToken("phone", phone), Reach.ALL)
                .customerId();
    }

    private static CustomerIdentity customer(String id, long revision, String phone) {
        var known = new KnownIdentifier("phone", phone, Instant.EPOCH, "seen in a contact");
        return new CustomerIdentity("acme", id, List.of(known), revision);
    }
}
