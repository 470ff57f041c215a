package io.throughline.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own, stopped in the middle of its work. */
class KilledImportTest {

    private static final int ROWS = 10_000;
    /** Most events that one request has. */
    private static final int CHUNK = 1000;

    @TempDir
    private Path directory;

    private FakeIntake intake;

    @BeforeEach
    void write() throws IOException {
        intake = new FakeIntake();
        Files.writeString(directory.resolve("token"), "token\n");
        Files.writeString(
                directory.resolve("calls.yaml"),
                """
                source: /import/test
                zone: UTC
                contact: c-${Id}
                common: {channel: phone}
                events:
                  - {type: contact.started, time: "${At}"}
                """);
        Files.writeString(
                directory.resolve("calls.csv"),
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(id -> id + "," + (id % 1000 == 7 ? "never" : "2021-01-01T10:00:00Z"))
                        .collect(Collectors.joining("\n", "Id,At\n", "\n")));
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @ParameterizedTest(name = "kill -{0}")
    // Not INT: what a shell starts in the background ignores it, and so does what that starts.
    @ValueSource(strings = {"KILL", "TERM"})
    @Timeout(60)
    void goesOnWhereItWas(String signal) throws Exception {
        intake.pause = 100;
        var first = start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> intake.accepted.size() >= 3 * CHUNK);
        new ProcessBuilder("kill", "-" + signal, Long.toString(first.pid()))
                .start()
                .waitFor();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        int before = intake.accepted.size();
        assertThat(before).isLessThan(ROWS - 2 * CHUNK);

        intake.pause = 0;
        var second = start();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(output()).contains("Going on after").contains("10,000 rows, 9,990 events accepted, 10 refused");
        assertThat(new HashSet<>(intake.accepted)).hasSize(ROWS - 10);
        // What was on its way when it was killed may have gone twice: two chunks at most, not all of it.
        assertThat(intake.accepted.size()).isBetween(ROWS - 10, ROWS - 10 + 2 * CHUNK);
        assertThat(Files.readAllLines(directory.resolve("calls.csv.rejected.csv")))
                .hasSize(11)
                .doesNotHaveDuplicates();
    }

    @Test
    void showsTheFirstRowsAndSendsNothingInAPreview() throws Exception {
        var preview = start("--preview");
        assertThat(preview.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(preview.exitValue()).isZero();
        assertThat(output().lines().map(String::strip).toList())
                .contains("Line 2", "contact.started    2021-01-01T10:00:00Z c-1  {\"channel\":\"phone\"}", "Line 4")
                .doesNotContain("Line 5");
        assertThat(intake.requests).isZero();
    }

    private Process start(String... more) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.throughline.local.Main",
                "import",
                "calls.csv",
                "--mapping",
                "calls.yaml",
                "--yes",
                "--address",
                intake.address(),
                "--token-file",
                "token"));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("THROUGHLINE_HOME", directory.resolve("home").toString());
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
