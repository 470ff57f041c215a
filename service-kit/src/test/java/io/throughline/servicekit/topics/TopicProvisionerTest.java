package io.throughline.servicekit.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.FreePort;
import io.throughline.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final short AS_THE_BROKERS = -1;

    @Test
    void createsWhatIsAbsentAndLeavesTheRest() throws Exception {
        try (var broker = KafkaBroker.temporary();
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            provisioner(broker, OptionalInt.of(2)).createAbsent(List.of(Topics.CONTACT_EVENTS));
            provisioner(broker, OptionalInt.empty())
                    .createAbsent(List.of(Topics.CONTACT_EVENTS, Topics.CONTACT_JOURNEYS));

            var topics = admin.describeTopics(List.of("contact.events", "contact.journeys"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("contact.events").partitions())
                    .as("as it was")
                    .hasSize(2);
            assertThat(topics.get("contact.journeys").partitions()).hasSize(Topics.CONTACT_JOURNEYS.partitions());
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "contact.journeys");
            var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("delete.retention.ms").value())
                    .as("30 days")
                    .isEqualTo("2592000000");
        }
    }

    /** With a number of our own, as long as nobody sets it, a production would have one copy of every topic. */
    @Test
    void asManyCopiesAsTheBrokersMake() throws Exception {
        var defaults = new Properties();
        try (var file = TopicProvisioner.class
                .getClassLoader()
                .getResourceAsStream("META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        assertThat(defaults)
                .containsEntry("throughline.kafka.replication-factor", String.valueOf(AS_THE_BROKERS))
                .containsEntry("kafka-streams.replication.factor", "${throughline.kafka.replication-factor}");
    }

    @Test
    void saysWhichBrokerDoesNotAnswer() {
        var nobody = "127.0.0.1:" + FreePort.find();
        var provisioner = new TopicProvisioner(nobody, AS_THE_BROKERS, OptionalInt.empty(), Duration.ofSeconds(1));

        assertThatThrownBy(() -> provisioner.createAbsent(List.of(Topics.CONTACT_EVENTS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("contact.events", nobody, "kafka.bootstrap.servers", "within 1 s");
    }

    private static TopicProvisioner provisioner(KafkaBroker broker, OptionalInt partitions) {
        return new TopicProvisioner(broker.bootstrapServers(), AS_THE_BROKERS, partitions, MINUTE);
    }
}
