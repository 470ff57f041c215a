package io.throughline.intake.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.intake.webhook.Connection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a connection: all but its secrets.
 *
 * @param path where the platform sends to
 * @param keptIn {@code api}, or {@code file} for those that only the operator's file can change
 * @param market country of events that name none; absent for none
 * @param source the events' source
 * @param maxLate how long ago an event may have happened; absent for what holds for all
 * @param signatureWindow how far a signature's time may be from intake's clock
 * @param createdAt absent for those of the file
 * @param rotatedAt when the secret was last changed; absent where it never was
 * @param previousSecretUntil until when the secret before is valid too; absent where there is none
 * @param secret only in the answer that made it, and only where intake chose it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionView(
        String platform,
        String name,
        String path,
        String keptIn,
        @Nullable String market,
        String source,
        @Nullable Duration maxLate,
        Duration signatureWindow,
        @Nullable Instant createdAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String secret) {

    static ConnectionView of(ConnectionStore.Entry entry) {
        var stored = entry.stored();
        return of(
                entry.connection(),
                Connections.path(entry.connection()),
                "api",
                stored.createdAt(),
                stored.rotatedAt(),
                entry.registered().previousUntil());
    }

    static ConnectionView ofFile(Connection connection) {
        var path = "/v1/webhooks/" + connection.platform() + "/" + connection.name();
        return of(connection, path, "file", null, null, null);
    }

    private static ConnectionView of(
            Connection connection,
            String path,
            String keptIn,
            @Nullable Instant createdAt,
            @Nullable Instant rotatedAt,
            @Nullable Instant previousUntil) {
        return new ConnectionView(
                connection.platform(),
                connection.name(),
                path,
                keptIn,
                connection.market(),
                connection.source(),
                connection.maxLate(),
                connection.signatureWindow(),
                createdAt,
                rotatedAt,
                previousUntil,
                null);
    }

    ConnectionView withSecret(@Nullable String chosen) {
        return new ConnectionView(
                platform,
                name,
                path,
                keptIn,
                market,
                source,
                maxLate,
                signatureWindow,
                createdAt,
                rotatedAt,
                previousSecretUntil,
                chosen);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ConnectionView[" + path + "]";
    }
}
