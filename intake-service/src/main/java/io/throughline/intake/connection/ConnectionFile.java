package io.throughline.intake.connection;

import io.quarkus.runtime.Startup;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.webhook.ConnectionsReader;
import io.throughline.intake.webhook.RegisteredConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The connections of the connections file. An error in it stops the service at startup; later changes are seen within a
 * second, and a mistake in one leaves the connections read before in force.
 */
@Startup
@ApplicationScoped
class ConnectionFile {

    private static final Logger LOG = Logger.getLogger(ConnectionFile.class);
    private static final String PROPERTY = "throughline.intake.connections-file";
    private static final long CHECK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What tells a changed file from the one read before. */
    private record Version(FileTime modified, long size) {}

    private record Content(Version version, Map<String, RegisteredConnection> connections) {}

    private final Optional<Path> file;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCheck;
    private volatile Content content = new Content(new Version(FileTime.fromMillis(0), -1), Map.of());

    @Inject
    ConnectionFile(IntakeConfig config) {
        this(config.connectionsFile(), System::nanoTime);
    }

    ConnectionFile(Optional<Path> file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.nextCheck = new AtomicLong(nanoTime.getAsLong() + CHECK_EVERY_NANOS);
        if (file.isPresent()) {
            try {
                content = read(file.get());
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(PROPERTY + ": " + describe(e), e);
            }
        }
    }

    /** The connection of a platform and a name, as of at most a second ago. */
    Optional<RegisteredConnection> find(String platform, String name) {
        file.ifPresent(this::readAgainIfDue);
        return Optional.ofNullable(content.connections().get(ConnectionsReader.key(platform, name)));
    }

    /** All of them, as of at most a second ago. */
    Collection<RegisteredConnection> all() {
        file.ifPresent(this::readAgainIfDue);
        return content.connections().values();
    }

    private void readAgainIfDue(Path path) {
        long now = nanoTime.getAsLong();
        long due = nextCheck.get();
        if (now - due < 0 || !nextCheck.compareAndSet(due, now + CHECK_EVERY_NANOS)) {
            return;
        }
        try {
            if (!version(path).equals(content.version())) {
                content = read(path);
                LOG.infof(
                        "%s was read again: %d connections",
                        PROPERTY, content.connections().size());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("%s cannot be read, the connections read before stay: %s", PROPERTY, describe(e));
        }
    }

    private static Content read(Path path) throws IOException {
        // The version first: a change while reading is then seen by the next check.
        var version = version(path);
        return new Content(version, ConnectionsReader.read(Files.readAllBytes(path)));
    }

    private static Version version(Path path) throws IOException {
        return new Version(Files.getLastModifiedTime(path), Files.size(path));
    }

    private static String describe(Exception e) {
        return e instanceof NoSuchFileException missing
                ? "there is no file " + missing.getFile()
                : String.valueOf(e.getMessage());
    }
}
