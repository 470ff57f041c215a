package io.throughline.journey.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has the broker delete what the stages have read of each other's messages, as Kafka Streams does for its own
 * repartition topics. What is committed is read and its consequences are written; the broker never deletes by time, so
 * that a service that was down for long loses nothing.
 */
@ApplicationScoped
class ReadMessages {

    private static final Logger LOG = Logger.getLogger(ReadMessages.class);
    private static final long PERIOD_SECONDS = 30;

    private final String bootstrapServers;
    private final String group;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("read-messages").factory());

    ReadMessages(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String group) {
        this.bootstrapServers = bootstrapServers;
        this.group = group;
    }

    void onStart(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::delete, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void delete() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            delete(admin, group);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            // They stay until the next time.
            LOG.warnf("read messages could not be deleted: %s", e.getClass().getName());
        }
    }

    /** Deletes what a group has read and committed. */
    static void delete(Admin admin, String group) throws ExecutionException, InterruptedException {
        var read = new HashMap<TopicPartition, RecordsToDelete>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, committed) -> {
                    if (committed != null && InternalTopics.MESSAGES.name().equals(partition.topic())) {
                        read.put(partition, RecordsToDelete.beforeOffset(committed.offset()));
                    }
                });
        admin.deleteRecords(read).all().get();
    }
}
