package io.throughline.journey.stream;

import io.quarkus.runtime.StartupEvent;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many partitions there are. Refuses to start where a contact's events, the messages to it, and that it was erased
 * would come to different tasks: none would find what the other keeps, and Kafka Streams does not notice.
 */
@ApplicationScoped
class SamePartitions {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;

    private final String bootstrapServers;

    /** Read by the threads of Kafka Streams, which start after it is set. */
    private int count;

    SamePartitions(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** After the topics are created, before Kafka Streams starts. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            count = check(admin);
        }
    }

    /** Of {@code contact.events}, and of the messages. */
    int count() {
        return count;
    }

    /**
     * How many partitions each of the topics has.
     *
     * @throws IllegalStateException when one has another number than {@code contact.events}, or cannot be looked at
     */
    static int check(Admin admin) {
        var events = Topics.CONTACT_EVENTS.name();
        try {
            int ofEvents = partitions(admin, events);
            for (var topic : InternalTopics.ALL) {
                int ofTopic = partitions(admin, topic.name());
                if (ofTopic != ofEvents) {
                    throw new IllegalStateException(
                            "Topic %s has %d partitions and %s has %d; they must have as many. %s"
                                    .formatted(
                                            topic.name(), ofTopic, events, ofEvents, remedy(topic, ofTopic, ofEvents)));
                }
            }
            return ofEvents;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot look at the partitions of %s and journey.*".formatted(events), e);
        }
    }

    private static String remedy(Topic<?> topic, int ofTopic, int ofEvents) {
        var remedy =
                "Stop journey-service, delete %s, create it with %d partitions, and rebuild the state (docs/decisions/0005-journey-topology.md)."
                        .formatted(topic.name(), ofEvents);
        return topic.equals(InternalTopics.MESSAGES)
                ? remedy
                : "Without it those who were erased come back. If nobody was erased yet: %s Else give %s %d partitions again."
                        .formatted(remedy, Topics.CONTACT_EVENTS.name(), ofTopic);
    }

    /** Every broker has heard of a topic a moment after it was created. */
    private static int partitions(Admin admin, String topic) throws InterruptedException, ExecutionException {
        for (int attempt = 1; ; attempt++) {
            try {
                var described =
                        admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
                return Objects.requireNonNull(described).get().partitions().size();
            } catch (ExecutionException e) {
                if (attempt == ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
