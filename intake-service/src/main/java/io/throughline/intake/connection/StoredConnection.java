package io.throughline.intake.connection;

import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topic.Cleanup;
import io.throughline.contracts.topic.Topic.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it rests in Kafka.
 *
 * @param name as its tenant calls it
 * @param sealed its {@link Fields}, encrypted
 */
public record StoredConnection(
        String tenant, String platform, String name, Instant createdAt, @Nullable Instant rotatedAt, String sealed) {

    /** Key {@link #key}. Of intake alone: other services have no use for it. */
    public static final Topic<StoredConnection> TOPIC =
            new Topic<>("intake.connections", Owner.INTAKE, StoredConnection.class, Cleanup.COMPACT, null, 1);

    /** The key of a tenant's connection. */
    static String key(String tenant, String platform, String name) {
        return Keys.join(tenant, platform, name);
    }

    String key() {
        return key(tenant, platform, name);
    }
}
