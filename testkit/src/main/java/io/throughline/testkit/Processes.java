package io.throughline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds processes again that another process started. */
public final class Processes {

    private Processes() {}

    /**
     * The living process of this number that started then: the number alone may belong to another process by now.
     *
     * @param tolerance how far the two starts may lie apart; starts are read against a clock that may have been set
     */
    public static Optional<ProcessHandle> find(long pid, Instant started, Duration tolerance) {
        return ProcessHandle.of(pid).filter(Processes::lives).filter(process -> process.info()
                .startInstant()
                .filter(start -> Duration.between(start, started).abs().compareTo(tolerance) < 0)
                .isPresent());
    }

    /** Whether it ends within this time. */
    public static boolean endsWithin(ProcessHandle process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (lives(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** False also for a process that has ended but that its parent has not collected: it has no command any more. */
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the end of a process", e);
        }
    }
}
