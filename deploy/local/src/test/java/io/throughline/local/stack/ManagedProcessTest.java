package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir
    private Path directory;

    private Home home;
    private ManagedProcess process;

    @BeforeEach
    void create() {
        home = new Home(directory);
        home.create();
        process = new ManagedProcess("worker", home);
    }

    @AfterEach
    void end() {
        process.running().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void runsUntilItIsStoppedAndIsFoundByAnotherCommand() {
        process.start(List.of("sleep", "60"), Map.of());
        var handle = process.running().orElseThrow();
        assertThat(new ManagedProcess("worker", home).running()).contains(handle);
        process.terminate();
        process.awaitEnd(Duration.ofSeconds(10));
        assertThat(process.running()).isEmpty();
        assertThat(home.run().resolve("worker.pid")).doesNotExist();
    }

    @Test
    void givesItTheEnvironmentAndKeepsItsOutput() {
        process.start(
                List.of("sh", "-c", "echo first; echo \"$GREETING, all\"; echo oops >&2"), Map.of("GREETING", "hi"));
        Awaitility.await().until(() -> process.logTail(9).size() == 3);
        assertThat(process.logTail(2)).containsExactly("hi, all", "oops");
        assertThat(process.running()).isEmpty();
    }

    @Test
    void keepsTheLogOfTheTimeBefore() {
        process.start(List.of("echo", "one"), Map.of());
        Awaitility.await().until(() -> process.logTail(9).equals(List.of("one")));
        process.start(List.of("echo", "two"), Map.of());
        Awaitility.await().until(() -> process.logTail(9).equals(List.of("two")));
        assertThat(home.logs().resolve("worker.previous.log")).hasContent("one");
    }

    @Test
    void killsAProcessThatDoesNotHeed() {
        process.start(List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done"), Map.of());
        Awaitility.await().until(() -> process.logTail(1).equals(List.of("deaf")));
        process.terminate();
        process.awaitEnd(Duration.ofMillis(300));
        assertThat(process.running()).isEmpty();
    }

    @Test
    void ignoresTheTerminalsInterruptAndHangUp() throws Exception {
        process.start(List.of("sleep", "60"), Map.of());
        var pid = Long.toString(process.running().orElseThrow().pid());
        for (var signal : List.of("-INT", "-HUP")) {
            assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor())
                    .isZero();
        }
        Thread.sleep(300);
        assertThat(process.running()).isPresent();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameNumberForIts() throws Exception {
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            var started = other.info().startInstant().orElseThrow().toEpochMilli();
            var pidFile = home.run().resolve("worker.pid");
            Files.writeString(pidFile, other.pid() + " " + started);
            assertThat(process.running()).isPresent();
            Files.writeString(pidFile, other.pid() + " " + (started - 60_000));
            assertThat(process.running()).isEmpty();
            process.terminate();
            process.awaitEnd(Duration.ZERO);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }
}
