package io.throughline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Java does not tell the memory of another process; {@code ps} does, in KiB, on Linux and macOS alike. */
    private static long residentBytes(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            return text.isEmpty() ? 0 : Long.parseLong(text) * 1024;
        } catch (IOException e) {
            return 0;
        }
    }
}
