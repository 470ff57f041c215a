package io.throughline.feedback.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.feedback.FeedbackConfig;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** Gives Quarkus the topology to run, and the topics it needs. */
@ApplicationScoped
class FeedbackStream implements ServiceTopics {

    private final FeedbackConfig config;
    private final StreamMeters meters;

    FeedbackStream(FeedbackConfig config, StreamMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    /** No client proxy: Kafka Streams reads the topology's fields. */
    @Produces
    @Singleton
    Topology topology() {
        return new FeedbackTopology(
                        config::zoneOf, config.minimumCases(), config.beat(), meters, Stores::persistentKeyValueStore)
                .build();
    }

    @Override
    public List<Topic<?>> topics() {
        return List.of(
                Topics.CONTACT_JOURNEYS,
                Topics.FEEDBACK_KPIS,
                Topics.FEEDBACK_KPI_REVISIONS,
                Topics.ROUTING_DECISIONS,
                Topics.CUSTOMER_ERASURES);
    }
}
