package io.throughline.intake.connection;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.RegisteredConnection;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Every connection by which a platform may send: those of the file, and those made over the API. */
@ApplicationScoped
public class Connections {

    private static final char TENANT_FROM_NAME = '.';

    private final ConnectionFile file;
    private final ConnectionStore store;

    Connections(ConnectionFile file, ConnectionStore store) {
        this.file = file;
        this.store = store;
    }

    /**
     * The connection of a webhook's path. One made over the API is named {@code <tenant>.<name>} there, so that tenants
     * need not agree on names; no connection of the file has a dot in its name.
     *
     * @throws ProblemException 503 while it cannot be known yet whether there is one
     */
    public Optional<RegisteredConnection> find(String platform, String pathName) {
        int dot = pathName.indexOf(TENANT_FROM_NAME);
        return dot < 0
                ? file.find(platform, pathName)
                : store.find(pathName.substring(0, dot), platform, pathName.substring(dot + 1))
                        .or(this::noneIfComplete);
    }

    /** The path of a connection that was made over the API. */
    static String path(Connection connection) {
        return "/v1/webhooks/" + connection.platform() + "/" + connection.tenant() + TENANT_FROM_NAME
                + connection.name();
    }

    private Optional<RegisteredConnection> noneIfComplete() {
        if (store.isComplete()) {
            return Optional.empty();
        }
        throw ProblemException.unavailable("The connections are still being read.", Duration.ofSeconds(1));
    }
}
