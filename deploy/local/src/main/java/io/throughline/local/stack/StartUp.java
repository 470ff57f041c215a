package io.throughline.local.stack;

import io.throughline.local.Failure;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the processes of a stack are started, and the wait until they serve. */
final class StartUp {

    /** The first Java version that warns, and knows the option. */
    private static final int WARNS_OF_UNSAFE = 24;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private StartUp() {}

    /** The command line of a Java process of the stack; it can be added to. */
    static List<String> java(int heapMegabytes, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                // A process without memory left answers nobody: it ends, and status and up say so.
                "-XX:+ExitOnOutOfMemoryError",
                // RocksDB, Netty and JNA load native code.
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            // Netty and Arrow reach memory by sun.misc.Unsafe: the JVM would tell of it in lines that are no log.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        Collections.addAll(command, arguments);
        return command;
    }

    /**
     * Waits until each says at its address that it is ready.
     *
     * @throws Failure when one ends meanwhile or takes too long, with the end of its log
     */
    static void awaitReady(Map<ManagedProcess, URI> processes, PrintWriter out) {
        var waiting = new LinkedHashMap<>(processes);
        long began = System.nanoTime();
        try (var health = new Health()) {
            while (!waiting.isEmpty()) {
                var seconds = (System.nanoTime() - began) / 1e9;
                waiting.entrySet().removeIf(entry -> {
                    var ready = health.isReady(entry.getValue());
                    if (ready) {
                        out.printf(
                                "  %-10s ready after %.1f s%n", entry.getKey().name(), seconds);
                        out.flush();
                    }
                    return ready;
                });
                for (var process : waiting.keySet()) {
                    requireAlive(process, seconds);
                }
                if (!waiting.isEmpty()) {
                    Pause.of(Duration.ofMillis(300));
                }
            }
        }
    }

    private static void requireAlive(ManagedProcess process, double seconds) {
        if (process.running().isEmpty()) {
            throw new Failure(withLog(process, process.name() + " stopped while it was starting."));
        }
        if (seconds > PATIENCE.toSeconds()) {
            throw new Failure(
                    withLog(process, process.name() + " is not ready after " + PATIENCE.toSeconds() + " seconds."));
        }
    }

    private static String withLog(ManagedProcess process, String sentence) {
        return sentence + " Its log, " + process.log() + ", ends with:\n  "
                + String.join("\n  ", process.logTail(20))
                + "\n./throughline down stops the rest.";
    }
}
