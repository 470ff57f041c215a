package io.throughline.servicekit.topics;

import io.throughline.contracts.topic.Topic;
import java.util.List;

/**
 * The topics that a service cannot do without, whether it writes or reads them. A service has one bean of it; the
 * topics are created before its streams and channels start.
 */
public interface ServiceTopics {

    /** Topics of the contract, and the service's own. */
    List<Topic<?>> topics();
}
