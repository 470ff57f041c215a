package io.throughline.testkit.postgres;

import io.throughline.testkit.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that outlived the process that started it, as happens when that is killed with signal 9. */
public final class LeftoverPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // postmaster.pid is written a moment after the process began; clocks of /proc are coarse.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(30);

    private LeftoverPostgres() {}

    /** Stops the server that runs on this data directory, and waits for its end; true if there was one. */
    public static boolean stop(Path dataDirectory) {
        var postmaster = find(dataDirectory);
        postmaster.ifPresent(LeftoverPostgres::stop);
        return postmaster.isPresent();
    }

    /**
     * The server on this data directory. Its file {@code postmaster.pid} may name a process that is long gone and whose
     * number another has now, so start time and data directory must agree too.
     */
    public static Optional<ProcessHandle> find(Path dataDirectory) {
        List<String> lines;
        try {
            lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Line 1: process id, 2: data directory, 3: start in seconds since 1970.
        if (lines.size() < 3 || !Path.of(lines.get(1)).equals(dataDirectory.toAbsolutePath())) {
            return Optional.empty();
        }
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
        return Processes.find(Long.parseLong(lines.get(0).trim()), started, START_TOLERANCE);
    }

    private static void stop(ProcessHandle postmaster) {
        try {
            // SIGINT: PostgreSQL ends sessions and shuts down cleanly; SIGTERM would wait for the clients to leave.
            // The shell's own kill: not every system has the program.
            new ProcessBuilder("/bin/sh", "-c", "kill -INT " + postmaster.pid())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Processes.endsWithin(postmaster, PATIENCE)) {
            throw new IllegalStateException(
                    "PostgreSQL (process " + postmaster.pid() + ") does not stop: end it by hand");
        }
    }
}
