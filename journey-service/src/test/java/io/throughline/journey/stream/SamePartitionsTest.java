package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.contracts.topic.Topics;
import io.throughline.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SamePartitionsTest {

    @Test
    void messagesAndListsNeedAsManyPartitionsAsEvents() throws Exception {
        try (var broker = KafkaBroker.temporary();
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            create(admin, Topics.CONTACT_EVENTS.name(), 6);
            create(admin, InternalTopics.MESSAGES.name(), 4);
            create(admin, InternalTopics.ERASED_CONTACTS.name(), 6);
            create(admin, InternalTopics.ERASED_IDENTIFIERS.name(), 4);
            assertThatThrownBy(() -> SamePartitions.check(admin))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("journey.messages-5 has 4 partitions and contact.events has 6")
                    .hasMessageContaining("create it with 6 partitions");
            increase(admin, InternalTopics.MESSAGES.name());
            // A broker hears of it a moment later.
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThatThrownBy(
                            () -> SamePartitions.check(admin))
                    .hasMessageContaining("journey.erased-identifiers has 4 partitions and contact.events has 6")
                    .hasMessageContaining("those who were erased come back"));
            increase(admin, InternalTopics.ERASED_IDENTIFIERS.name());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(SamePartitions.check(admin)).isEqualTo(6));
        }
    }

    private static void increase(Admin admin, String topic) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(6))).all().get();
    }

    private static void create(Admin admin, String topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
    }
}
