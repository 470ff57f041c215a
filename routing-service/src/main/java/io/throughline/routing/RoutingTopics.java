package io.throughline.routing;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What routing-service reads and writes. */
@ApplicationScoped
class RoutingTopics implements ServiceTopics {

    @Override
    public List<Topic<?>> topics() {
        return List.of(Topics.CONTACT_JOURNEYS, Topics.FEEDBACK_KPIS, Topics.ROUTING_DECISIONS);
    }
}
