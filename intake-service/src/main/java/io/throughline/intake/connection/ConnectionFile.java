package io.throughline.intake.connection;

import io.quarkus.runtime.Startup;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.webhook.ConnectionsReader;
import io.throughline.intake.webhook.RegisteredConnection;
import io.throughline.servicekit.settings.Reloaded;
import io.throughline.servicekit.settings.Reloaded.InFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The connections of the connections file, which come and go without a restart. */
@Startup
@ApplicationScoped
class ConnectionFile {

    private static final String PROPERTY = "throughline.intake.connections-file";

    private final Optional<Reloaded<?, Map<String, RegisteredConnection>>> file;

    @Inject
    ConnectionFile(IntakeConfig config) {
        this(config.connectionsFile(), System::nanoTime);
    }

    ConnectionFile(Optional<Path> file, LongSupplier nanoTime) {
        this.file = file.map(path -> new Reloaded<>(PROPERTY, new InFile<>(path, ConnectionsReader::read), nanoTime));
    }

    /** The connection of a platform and a name, as of at most a second ago. */
    Optional<RegisteredConnection> find(String platform, String name) {
        return Optional.ofNullable(connections().get(ConnectionsReader.key(platform, name)));
    }

    /** All of them, as of at most a second ago. */
    Collection<RegisteredConnection> all() {
        return connections().values();
    }

    private Map<String, RegisteredConnection> connections() {
        return file.<Map<String, RegisteredConnection>>map(Reloaded::get).orElseGet(Map::of);
    }
}
