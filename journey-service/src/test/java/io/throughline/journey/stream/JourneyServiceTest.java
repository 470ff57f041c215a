package io.throughline.journey.stream;

import static io.throughline.journey.Calls.eventually;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.event.ContactEvent;
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
        send(List.of(
                started("chat", "chatbot", 0, ann), redirected("chat", "phone", 2), started("call", "phone", 9, ann)));
        var answer = eventually(
                "acme-reads",
                "/v1/contacts/journey?source=/test/one&contactId=call",
                response -> response.statusCode() == 200
                        && response.jsonPath().getList("switches").size() == 1);
        assertThat(answer.jsonPath().getString("switches[0].verdict")).isEqualTo("FORCED");
        assertThat(answer.jsonPath().getString("switches[0].cause")).isEqualTo("REDIRECTED_BY_BOT_OR_SITE");
    }

    private void send(List<ContactEvent> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                StageJson.contractSerde(ContactEvent.class).serializer())) {
            for (var event : events) {
                var received = event.receivedFor("acme", event.time());
                var key = Keys.contact("acme", event.source(), event.subject());
                producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), key, received));
            }
        }
    }
}
