package io.throughline.intake.identifiers;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.intake.lookup.JourneyStub;
import io.throughline.testkit.stack.StackResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A new master key before the old one: who was known by an old token is known by the new one. */
@QuarkusTest
@TestProfile(KeyRotationTest.TwoKeys.class)
@WithTestResource(StackResource.class)
@WithTestResource(JourneyStub.class)
class KeyRotationTest {

    /** The token of +852 2345 6789 at acme under the key of all other tests: see TokeniserTest. */
    private static final String OLD_TOKEN = "AVFjbIbCf5dnWdUEaZK6hw";

    public static final class TwoKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "throughline.token-key",
                    "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=,AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        }
    }

    private final String id = UUID.randomUUID().toString();

    @Test
    void newEventsHaveNewTokensAndTheOldOnesAreLinkedOnce() {
        long linksBefore = links().size();
        send("1");
        send("2");

        var event = KafkaRecords.only(Topics.CONTACT_EVENTS, id + "/1");
        var newToken = event.at("/data/identifiers/0/token").asText();
        assertThat(newToken).hasSize(22).isNotEqualTo(OLD_TOKEN);
        var links = links();
        assertThat(links).hasSize((int) Math.max(1, linksBefore));
        assertThat(links.getFirst().at("/tenant").asText()).isEqualTo("acme");
        assertThat(links.getFirst().at("/data/identifiers/0/token").asText()).isEqualTo(newToken);
        assertThat(links.getFirst().at("/data/identifiers/1/token").asText()).isEqualTo(OLD_TOKEN);
        assertThat(links.getFirst().at("/data/identifiers/0/type").asText()).isEqualTo("phone");
    }

    @Test
    void whoWasNotSeenSinceIsFoundByTheOldToken() {
        as("test-read")
                .contentType("application/json")
                .body("{\"type\": \"phone\", \"value\": \"+852 2345 6789\"}")
                .post("/v1/customers/lookup")
                .then()
                .statusCode(200)
                .body("customerId", equalTo("c_1"));
    }

    private static List<JsonNode> links() {
        return KafkaRecords.having(Topics.CONTACT_EVENTS, "identity.linked").stream()
                .filter(event -> event.toString().contains(OLD_TOKEN))
                .toList();
    }

    private void send(String number) {
        sending("application/cloudevents+json")
                .body(
                        """
                        {"specversion":"1.0","id":"%s/%s","source":"/test","type":"io.throughline.contact.started",\
                        "time":"%s","subject":"c","data":{"channel":"phone",\
                        "identifiers":[{"type":"phone","value":"+852 2345 6789"}]}}"""
                                .formatted(id, number, Instant.now()))
                .post("/v1/events")
                .then()
                .statusCode(202);
    }
}
