package io.throughline.intake;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.connection.StoredConnection;
import io.throughline.intake.rejected.Mended;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The topics that intake writes: two of the contract, and its own tables. */
@ApplicationScoped
class IntakeTopics implements ServiceTopics {

    @Override
    public List<Topic<?>> topics() {
        return List.of(Topics.CONTACT_EVENTS, Topics.CONTACT_EVENTS_REJECTED, StoredConnection.TOPIC, Mended.TOPIC);
    }
}
