package io.throughline.journey.stream;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.eventually;
import static io.throughline.journey.stream.Happenings.ended;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.stack.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A tenant's file of rules in the running service: what it would change is told, and then it changes it. */
@QuarkusTest
@TestProfile(RulesServiceTest.WithRules.class)
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class RulesServiceTest {

    private static final long DAY = 24 * 60;

    /** A gap of ten days instead of seven, and windows of two days instead of one. */
    private static final String LONGER =
            """
            tenant: acme
            versions:
              - version: longer
                stitching: {gap: 10d}
                windows: {live: 48h}
            """;

    public static final class WithRules implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "throughline.rules.directory",
                        Files.createTempDirectory("rules").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "throughline.rules.directory")
    Path directory;

    @Test
    void aFileOfRulesIsTriedOutAndThenRestatesThePast() throws IOException {
        var ann = id("customerId", "ann");
        var bob = id("customerId", "bob");
        var cho = id("customerId", "cho");
        send(List.of(
                // Ann was told to call: forced by either rules.
                started("ann-chat", "chatbot", 0, ann),
                redirected("ann-chat", "phone", 2),
                started("ann-call", "phone", 9, ann),
                // Bob called 25 hours after his chat: too late for a switch, soon enough with 48 hours.
                started("bob-chat", "chatbot", 0, bob),
                ended("bob-chat", Outcome.UNRESOLVED, 1),
                started("bob-call", "phone", DAY + 60, bob),
                // Cho called again after eight days: two journeys, one with a gap of ten.
                started("cho-call", "phone", 0, cho),
                started("cho-again", "phone", 8 * DAY, cho)));
        // Until all events have been read: the redirect and the end of a chat are the last of their contacts.
        eventually(
                "acme-reads",
                journeyOf("ann-call"),
                answer -> hasOneSwitch(answer)
                        && "FORCED".equals(answer.jsonPath().getString("switches[0].verdict")));
        eventually(
                "acme-reads",
                journeyOf("bob-chat"),
                answer -> answer.statusCode() == 200
                        && "unresolved".equals(answer.jsonPath().getString("contacts[0].outcome")));
        eventually("acme-reads", journeyOf("bob-call"), answer -> answer.statusCode() == 200);
        eventually("acme-reads", journeyOf("cho-again"), answer -> answer.statusCode() == 200);

        var lines = preview(LONGER)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(RulesServiceTest::json)
                .toList();
        var summary = lines.getLast().path("summary");
        assertThat(lines.getLast().path("partitions")).isEqualTo(lines.getLast().path("allPartitions"));
        assertThat(summary.path("customers").asInt()).isEqualTo(3);
        assertThat(summary.path("journeys")).isEqualTo(json("{\"before\": 4, \"after\": 3}"));
        assertThat(summary.path("switchesByVerdict"))
                .isEqualTo(
                        json(
                                "{\"FORCED\": {\"before\": 1, \"after\": 1}, \"UNDETERMINED\": {\"before\": 0, \"after\": 1}}"));
        assertThat(summary.path("changedSwitches").asInt()).isEqualTo(1);
        assertThat(summary.path("changedJourneys")).isEqualTo(json("{\"JOINED\": 1}"));
        assertThat(summary.path("forcedStrict").path("after"))
                .isEqualTo(json("{\"numerator\": 1, \"denominator\": 1}"));
        assertThat(lines).filteredOn(line -> line.has("switch")).singleElement().satisfies(line -> {
            assertThat(line.at("/switch/before").isNull()).isTrue();
            assertThat(line.at("/switch/after/verdict").asText()).isEqualTo("UNDETERMINED");
        });

        Files.writeString(directory.resolve("acme.yaml"), LONGER);
        var restated = eventually("acme-reads", journeyOf("bob-call"), RulesServiceTest::hasOneSwitch);
        assertThat(restated.jsonPath().getString("switches[0].ruleVersion")).isEqualTo("longer");
        assertThat(restated.jsonPath().getList("changes.because", String.class)).containsOnly("NEW_RULES");
        eventually(
                "acme-reads",
                journeyOf("cho-again"),
                answer -> answer.statusCode() == 200
                        && answer.jsonPath().getList("contacts").size() == 2);
        assertThat(as("acme-reads").get("/v1/rules").jsonPath().getList("versions.version"))
                .containsExactly("longer");
    }

    @Test
    void aBrokenFileIsAnsweredWithEveryLineThatIsWrong() {
        var errors = preview("tenant: acme\nversions:\n  - version: a\n    zone: Mars\n    gap: 3d\n")
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(errors.getList("errors.field")).containsExactly("versions[0].zone", "versions[0].gap");
        assertThat(errors.getString("errors[0].detail")).startsWith("line 4, column 11: ");
    }

    @Test
    void onlyWhoAdministersTriesRulesOut() {
        as("acme-reads")
                .config(config().encoderConfig(
                                encoderConfig().encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml")
                .body(LONGER)
                .post("/v1/rules/preview")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse preview(String rules) {
        return as("acme-administers")
                .config(config().encoderConfig(
                                encoderConfig().encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml")
                .body(rules)
                .post("/v1/rules/preview")
                .then();
    }

    private static String journeyOf(String contact) {
        return "/v1/contacts/journey?source=/test/one&contactId=" + contact;
    }

    private static boolean hasOneSwitch(Response answer) {
        return answer.statusCode() == 200
                && answer.jsonPath().getList("switches").size() == 1;
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void send(List<ContactEvent> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                StageSerdes.contract(ContactEvent.class).serializer())) {
            for (var event : events) {
                var received = event.receivedFor("acme", event.time());
                var key = Keys.contact("acme", event.source(), event.subject());
                producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), key, received));
            }
        }
    }
}
