package io.throughline.servicekit.topics;

import io.quarkus.runtime.StartupEvent;
import io.throughline.contracts.topic.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates at startup the {@link ServiceTopics} that are absent. One that exists is left as it is, whatever its
 * settings: who runs the broker may have chosen others, and more partitions would move keys.
 */
@ApplicationScoped
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);

    private final String bootstrapServers;
    private final short replicationFactor;
    private final OptionalInt partitions;
    private final Duration timeout;

    TopicProvisioner(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "throughline.kafka.replication-factor") short replicationFactor,
            @ConfigProperty(name = "throughline.kafka.partitions") OptionalInt partitions,
            @ConfigProperty(name = "throughline.kafka.startup-timeout") Duration timeout) {
        this.bootstrapServers = bootstrapServers;
        this.replicationFactor = replicationFactor;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /** Early: Kafka Streams and the messaging channels start by the same event, later. */
    void onStart(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            Instance<ServiceTopics> serviceTopics) {
        if (serviceTopics.isResolvable()) {
            createAbsent(serviceTopics.get().topics());
        }
    }

    /**
     * Creates what is absent of these topics; waits for a broker that is not there yet.
     *
     * @throws IllegalStateException when no broker answered in time, or it refused
     */
    void createAbsent(List<Topic<?>> topics) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(timeout.toMillis()),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Math.min(timeout.toMillis(), 10_000)));
        try (var admin = Admin.create(config)) {
            for (var topic : topics) {
                createIfAbsent(admin, topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private void createIfAbsent(Admin admin, Topic<?> topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(newTopic(topic))).all().get();
            LOG.infof("created topic %s", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "Cannot create topic %s on the Kafka at %s (kafka.bootstrap.servers) within %d s: %s"
                                .formatted(topic.name(), bootstrapServers, timeout.toSeconds(), e.getCause()),
                        e);
            }
        }
    }

    private NewTopic newTopic(Topic<?> topic) {
        return new NewTopic(topic.name(), partitions.orElse(topic.partitions()), replicationFactor)
                .configs(topic.settings());
    }
}
