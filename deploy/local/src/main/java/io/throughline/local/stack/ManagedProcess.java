package io.throughline.local.stack;

import io.throughline.local.Failure;
import io.throughline.testkit.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that outlives the command that started it. A file keeps its number and its start: the number alone may
 * belong to another process by now, which must not be taken for it.
 */
final class ManagedProcess {

    /** A start is read to 10 ms at best, and against a system clock that may have been set since. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    private static final String PID = ".pid";

    /** Of the characters of a line in a message. */
    private static final int LOG_LINE = 300;

    private final String name;
    private final Path pidFile;
    private final Path logs;
    private final Path log;

    ManagedProcess(String name, Home home) {
        this.name = name;
        this.pidFile = home.run().resolve(name + PID);
        this.logs = home.logs();
        this.log = home.log(name);
    }

    /** Those that were started, by whatever command, and not stopped; by name. */
    static List<ManagedProcess> started(Home home) {
        try (var files = Files.list(home.run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(PID))
                    .sorted()
                    .map(file -> new ManagedProcess(file.substring(0, file.length() - PID.length()), home))
                    .toList();
        } catch (IOException e) {
            throw new Failure("Cannot read " + home.run() + ": " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    /** Starts it detached from the terminal, its output in the log; the log of the time before is kept beside. */
    void start(List<String> command, Map<String, String> environment) {
        // In the background of a shell without job control a process ignores the terminal's interrupt key, and under
        // nohup its hang-up; setsid, which does both, is not on macOS.
        var shell = new ArrayList<>(List.of("/bin/sh", "-c", "nohup \"$@\" </dev/null >\"$0\" 2>&1 & echo $!"));
        shell.add(log.toString());
        shell.addAll(command);
        try {
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(shell).directory(logs.toFile());
            builder.environment().putAll(environment);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            var started = builder.start();
            long pid = Long.parseLong(
                    new String(started.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim());
            var since = ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
            if (since.isPresent()) {
                Files.writeString(pidFile, pid + " " + since.get().toEpochMilli() + "\n");
            }
        } catch (IOException e) {
            throw new Failure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** The process while it runs. */
    Optional<ProcessHandle> running() {
        try {
            var parts = Files.readString(pidFile).trim().split(" ", 2);
            var started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return Processes.find(Long.parseLong(parts[0]), started, START_TOLERANCE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end. */
    void terminate() {
        running().ifPresent(ProcessHandle::destroy);
    }

    /** Waits until it has ended after {@link #terminate()}, and kills it when patience is over. */
    void awaitEnd(Duration patience) {
        var handle = running();
        if (handle.isPresent() && !Processes.endsWithin(handle.get(), patience)) {
            handle.get().destroyForcibly();
            if (!Processes.endsWithin(handle.get(), Duration.ofSeconds(10))) {
                throw new Failure("Process " + handle.get().pid() + " (" + name + ") does not end; end it by hand.");
            }
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of its log that are no frames of a stack trace, long ones cut. */
    List<String> logTail(int lines) {
        try (var all = Files.lines(log, StandardCharsets.UTF_8)) {
            var kept = all.filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .map(line -> line.length() <= LOG_LINE ? line : line.substring(0, LOG_LINE) + "…")
                    .toList();
            return kept.subList(Math.max(0, kept.size() - lines), kept.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of("(" + log + " cannot be read)");
        }
    }

    Path log() {
        return log;
    }
}
