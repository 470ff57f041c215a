package io.throughline.local.stack;

import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be seen to be wrong before anything is started. */
final class Preflight {

    /** Kafka stops hard on a full disk. */
    static final long LEAST_FREE_BYTES = 1L << 30;

    private Preflight() {}

    static void requireSpace(Home home) {
        try {
            requireSpace(home, Files.getFileStore(home.directory()).getUsableSpace());
        } catch (IOException e) {
            throw new Failure("Cannot see how much space is free at " + home.directory() + ": " + e.getMessage(), e);
        }
    }

    static void requireSpace(Home home, long freeBytes) {
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new Failure(
                    ("Only %d MB are free on the disk of %s, and the stack needs 1024 MB: free some, or name a"
                                    + " place on another disk with THROUGHLINE_HOME.")
                            .formatted(freeBytes >> 20, home.directory()));
        }
    }

    static void requireBuilt(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new Failure(jar + " is not there: build it with ./throughline build");
        }
    }
}
