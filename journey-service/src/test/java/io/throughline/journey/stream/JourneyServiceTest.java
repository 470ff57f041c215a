package io.throughline.journey.stream;

import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.eventually;
import static io.throughline.journey.Calls.withStatus;
import static io.throughline.journey.stream.Happenings.ended;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.stack.StackResource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service as it runs: events on the topic, the judged journey over HTTP. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class JourneyServiceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void eventsComeOutAsAJudgedJourney() {
        var ann = id("customerId", "ann");
        send(
                "acme",
                List.of(
                        started("chat", "chatbot", 0, ann),
                        redirected("chat", "phone", 2),
                        started("call", "phone", 9, ann)));
        var answer = eventually(
                "acme-reads",
                "/v1/contacts/journey?source=/test/one&contactId=call",
                JourneyServiceTest::hasForcedSwitch);
        assertThat(answer.jsonPath().getString("switches[0].cause")).isEqualTo("REDIRECTED_BY_BOT_OR_SITE");
    }

    @Test
    void anErasedCustomerIsGoneAndStaysGone() {
        var bob = id("customerId", "bob");
        var events = List.of(
                started("bob-1", "chatbot", 0, bob),
                redirected("bob-1", "phone", 2),
                started("bob-2", "phone", 9, bob),
                started("other", "phone", 9, id("customerId", "carol")));
        send("globex", events);
        var journey = eventually(
                "globex-reads",
                "/v1/contacts/journey?source=/test/one&contactId=bob-2",
                JourneyServiceTest::hasForcedSwitch);
        var customer = "/v1/customers/" + journey.jsonPath().getString("customerId");

        assertThat(as("globex-reads").delete(customer).statusCode()).isEqualTo(403);
        var accepted = as("globex-administers").delete(customer);
        assertThat(accepted.header("Location"))
                .as("wherever the caller reaches us")
                .isEqualTo(accepted.path("href"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        var receipt = eventually("globex-administers", accepted.jsonPath().getString("href"), response -> "DONE"
                .equals(response.jsonPath().getString("state")));

        assertThat(receipt.jsonPath().getInt("contacts")).isEqualTo(2);
        assertThat(receipt.jsonPath().getInt("events")).isEqualTo(3);
        assertThat(receipt.jsonPath().getInt("identifiers")).isEqualTo(1);
        assertThat(receipt.jsonPath().getList("journeys"))
                .isEqualTo(List.of(journey.jsonPath().getString("journeyId")));
        withStatus("globex-reads", customer, 404);
        withStatus("globex-reads", "/v1/journeys/" + journey.jsonPath().getString("journeyId"), 404);
        assertThat(as("globex-administers").delete(customer).statusCode()).isEqualTo(404);

        // Delivered once more, with a later event of somebody else behind to tell when all was read.
        send("globex", events);
        send("globex", List.of(ended("other", Outcome.RESOLVED, 12)));
        eventually(
                "globex-reads",
                "/v1/contacts/journey?source=/test/one&contactId=other",
                response -> response.statusCode() == 200
                        && "resolved".equals(response.jsonPath().getString("contacts[0].outcome")));
        assertThat(as("globex-reads")
                        .get("/v1/contacts/journey?source=/test/one&contactId=bob-2")
                        .statusCode())
                .isEqualTo(404);
    }

    /** All events have been read: while the redirect is not, the switch is there and undetermined. */
    private static boolean hasForcedSwitch(Response journey) {
        return journey.statusCode() == 200 && "FORCED".equals(journey.jsonPath().getString("switches[0].verdict"));
    }

    private void send(String tenant, List<ContactEvent> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                StageSerdes.contract(ContactEvent.class).serializer())) {
            for (var event : events) {
                var received = event.receivedFor(tenant, event.time());
                var key = Keys.contact(tenant, event.source(), event.subject());
                producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), key, received));
            }
        }
    }
}
