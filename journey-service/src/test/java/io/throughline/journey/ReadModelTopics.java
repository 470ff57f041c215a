package io.throughline.journey;

import io.quarkus.arc.DefaultBean;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The topics of the read model, as long as the stream's topology does not name them. */
@ApplicationScoped
@DefaultBean
class ReadModelTopics implements ServiceTopics {
    @Override
    public List<Topic<?>> topics() {
        return List.of(Topics.CONTACT_JOURNEYS, Topics.CUSTOMER_IDENTITIES);
    }
}
