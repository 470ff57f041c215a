package io.throughline.intake.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and after a rotation also the secret that it had before.
 *
 * @param connection with its present secret
 * @param previousSecret also valid for a while, as platforms change over when they like; null for none
 * @param previousUntil until when (exclusive); null where there is none
 */
public record RegisteredConnection(
        Connection connection, @Nullable String previousSecret, @Nullable Instant previousUntil) {

    /** The connection with each secret that is valid at a time, the present one first. */
    public List<Connection> validAt(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(connection, connection.withSecret(previousSecret))
                : List.of(connection);
    }

    /** What it is found by. */
    public String key() {
        return ConnectionsReader.key(connection.platform(), connection.name());
    }

    /** Without the secrets: connections are logged by accident. */
    @Override
    public String toString() {
        return connection.toString();
    }
}
