package io.throughline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one process of the stack is doing.
 *
 * @param pid its number; 0 when it does not run
 * @param ready whether it says that it can serve
 * @param since when it started; null when it does not run
 * @param memoryBytes physical memory that it holds (resident set); 0 when that is not known
 */
public record ProcessState(String name, long pid, boolean ready, @Nullable Instant since, long memoryBytes) {

    static ProcessState stopped(String name) {
        return new ProcessState(name, 0, false, null, 0);
    }

    static ProcessState running(String name, ProcessHandle handle, boolean ready) {
        return new ProcessState(
                name, handle.pid(), ready, handle.info().startInstant().orElse(null), residentBytes(handle.pid()));
    }

    /** Whether it runs. */
    public boolean running() {
        return pid != 0;
    }

    /** Java does not tell the memory of another process: Linux does in a file, macOS by ps, both in KiB. */
    private static long residentBytes(long pid) {
        try {
            var status = Path.of("/proc", Long.toString(pid), "status");
            var text = Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .findFirst()
                            .orElse("")
                    : outputOf("ps", "-o", "rss=", "-p", Long.toString(pid));
            var digits = text.replaceAll("\\D", "");
            return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String outputOf(String... command) throws IOException {
        return new String(
                new ProcessBuilder(command).start().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
