package io.throughline.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.testkit.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @Test
    void keepsDataOverARestart(@TempDir Path directory) throws Exception {
        var port = FreePort.find();
        try (var server = PostgresServer.in(directory, port)) {
            execute(server.database("journey", "first"), "CREATE TABLE t AS SELECT 7 AS n");
        }
        try (var server = PostgresServer.in(directory, port)) {
            var database = server.database("journey", "second");
            assertThat(database.jdbcUrl()).contains(":" + port + "/journey");
            assertThat(text(database, "SELECT n FROM t")).isEqualTo("7");
            assertThat(text(database, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void makesADatabaseAndAnOwnerForEach() throws Exception {
        try (var server = PostgresServer.temporary()) {
            assertThat(text(server.database("journey", "a"), "SELECT current_user || '@' || current_database()"))
                    .isEqualTo("journey@journey");
            assertThat(text(server.database("feedback", "b"), "SELECT current_user || '@' || current_database()"))
                    .isEqualTo("feedback@feedback");
            assertThatThrownBy(() -> server.database("x; DROP ROLE journey", "a"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aServerLeftByAKilledProcessIsFoundAndReplaced(@TempDir Path directory) throws Exception {
        var port = FreePort.find();
        var owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        directory.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("owner.log").toFile())
                .start();
        var ready = directory.resolve("ready");
        while (owner.isAlive() && !Files.exists(ready)) {
            Thread.sleep(50);
        }
        assertThat(ready).as(Files.readString(directory.resolve("owner.log"))).exists();
        owner.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        var leftover = LeftoverPostgres.find(directory.resolve("data"));
        assertThat(leftover).isPresent();
        try (var server = PostgresServer.in(directory, port)) {
            assertThat(LeftoverPostgres.find(directory.resolve("data")))
                    .isPresent()
                    .isNotEqualTo(leftover);
            assertThat(text(server.database("journey", "p"), "SELECT n FROM t")).isEqualTo("7");
        }
        assertThat(LeftoverPostgres.find(directory.resolve("data"))).isEmpty();
    }

    @Test
    void aRecycledProcessNumberIsNotTheServer(@TempDir Path data) throws Exception {
        var self = ProcessHandle.current();
        var started = self.info().startInstant().orElseThrow().getEpochSecond();
        var file = data.resolve("postmaster.pid");

        Files.write(file, List.of(Long.toString(self.pid()), data.toString(), Long.toString(started)));
        assertThat(LeftoverPostgres.find(data)).contains(self);
        Files.write(file, List.of(Long.toString(self.pid()), data.toString(), Long.toString(started - 3600)));
        assertThat(LeftoverPostgres.find(data)).isEmpty();
        Files.write(file, List.of(Long.toString(self.pid()), "/elsewhere", Long.toString(started)));
        assertThat(LeftoverPostgres.find(data)).isEmpty();
    }

    /** Starts a server and waits to be killed. */
    static final class Owner {
        public static void main(String[] args) throws Exception {
            var directory = Path.of(args[0]);
            var server = PostgresServer.in(directory, Integer.parseInt(args[1]));
            execute(server.database("journey", "p"), "CREATE TABLE t AS SELECT 7 AS n");
            Files.createFile(directory.resolve("ready"));
            Thread.sleep(60_000);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Database database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
