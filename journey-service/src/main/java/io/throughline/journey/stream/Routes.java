package io.throughline.journey.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.message.IdentityMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * To which partition a message goes: by its key, as Kafka's own rule has it. Only an identifier is where the customer is
 * that it would be alone, so that nearly all that it has to say to its customer stays in one task.
 */
final class Routes {

    /** Of messages. */
    static final StreamPartitioner<String, Object> OF_MESSAGES =
            (topic, key, message, partitions) -> Optional.of(Set.of(partition(key, message, partitions)));

    /** Of a topic whose keys are identifiers. */
    static final StreamPartitioner<String, Object> OF_IDENTIFIERS =
            (topic, key, value, partitions) -> Optional.of(Set.of(ofIdentifier(key, partitions)));

    private Routes() {}

    /** The partition of a message, of so many that there are. */
    static int partition(String key, Object message, int partitions) {
        return message instanceof IdentityMessage ? ofIdentifier(key, partitions) : byKey(key, partitions);
    }

    private static int ofIdentifier(String key, int partitions) {
        var parts = Keys.split(key);
        var identifier = new IdentifierToken(parts.get(1), parts.get(2));
        var alone = IdentityGraph.alone(parts.getFirst(), identifier, Reach.ALL);
        return byKey(Keys.customer(parts.getFirst(), Objects.requireNonNull(alone.customerId())), partitions);
    }

    private static int byKey(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions);
    }
}
