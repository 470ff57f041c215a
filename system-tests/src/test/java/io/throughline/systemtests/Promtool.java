package io.throughline.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Prometheus' own tool for rules: that of the PATH, else out of Debian's package, which is fetched into target and not
 * installed. Where there is neither, tests that need it are skipped, and say so.
 */
final class Promtool {

    private static final Path FETCHED = Path.of("target", "prometheus").toAbsolutePath();

    private Promtool() {}

    /** What it printed, and whether it succeeded. */
    record Result(boolean passed, String output) {}

    /** Runs the unit tests of rules in a file. */
    static Result testRules(Path file) {
        return run(file.toAbsolutePath().getParent(), List.of(promtool().toString(), "test", "rules", file.toString()));
    }

    private static Path promtool() {
        var found = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(":")).map(Path::of),
                        Stream.of(FETCHED.resolve("usr/bin")))
                .map(directory -> directory.resolve("promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .or(Promtool::fetch);
        Assumptions.assumeTrue(
                found.isPresent(), "there is no promtool: neither on the PATH nor as Debian's package prometheus");
        return found.orElseThrow();
    }

    private static synchronized Optional<Path> fetch() {
        try {
            Files.createDirectories(FETCHED);
            if (!run(FETCHED, List.of("apt-get", "download", "-q", "prometheus"))
                    .passed()) {
                return Optional.empty();
            }
            try (var files = Files.list(FETCHED)) {
                var archive = files.filter(file -> file.toString().endsWith(".deb"))
                        .findFirst()
                        .orElseThrow();
                run(FETCHED, List.of("dpkg-deb", "-x", archive.toString(), "."));
            }
            return Optional.of(FETCHED.resolve("usr/bin/promtool")).filter(Files::isExecutable);
        } catch (IOException e) {
            // No Debian.
            return Optional.empty();
        }
    }

    private static Result run(Path directory, List<String> command) {
        try {
            var log = Files.createTempFile(FETCHED.getParent(), "promtool", ".log");
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            var output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            return new Result(ended && process.exitValue() == 0, output);
        } catch (IOException e) {
            // There is no such program.
            return new Result(false, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
