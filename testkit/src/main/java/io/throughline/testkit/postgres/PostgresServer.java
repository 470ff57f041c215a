package io.throughline.testkit.postgres;

import io.throughline.testkit.Directories;
import io.throughline.testkit.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL server as a child process, on the loopback interface, from binaries that come as Maven artifacts.
 * Connections from this machine are trusted whatever their password: it is for tests and development.
 */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A started server on a free port, whose data are deleted when it is closed; it does not wait for the disk. */
    public static PostgresServer temporary() {
        var directory = Directories.temporary("throughline-postgres-");
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(true)
                .setPort(FreePort.find()));
    }

    /**
     * A started server on this port with the data under {@code directory}, which it keeps; a commit is on disk when it
     * returns. A server that was left over on these data by a killed process is stopped first.
     */
    public static PostgresServer in(Path directory, int port) {
        var data = directory.resolve("data");
        LeftoverPostgres.stop(data);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // The library starts the server with -F; the later setting wins.
                .setServerConfig("fsync", "on")
                .setPort(port));
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresServer(
                    builder.setPGStartupWait(Duration.ofSeconds(60)).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database and its user, made if absent; the user's password is {@code password} from now on. */
    public Database database(String name, String password) {
        try {
            Databases.create(postgres.getPostgresDatabase(), name, password);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        return new Database("jdbc:postgresql://127.0.0.1:" + port() + "/" + name, name, password);
    }

    /** The TCP port on the loopback interface. */
    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
