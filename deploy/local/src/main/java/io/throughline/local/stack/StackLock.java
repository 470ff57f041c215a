package io.throughline.local.stack;

import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same stack at once. Ends with the process at the latest. */
final class StackLock implements AutoCloseable {

    private final FileChannel file;
    private final FileLock lock;

    private StackLock(FileChannel file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    static StackLock take(Home home) {
        try {
            var file =
                    FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new Failure(
                        "Another ./throughline command is starting or stopping this stack: wait for its end.");
            }
            return new StackLock(file, lock);
        } catch (IOException e) {
            throw new Failure("Cannot lock " + home.run() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (file) {
            lock.release();
        } catch (IOException e) {
            throw new Failure("Cannot unlock the stack: " + e.getMessage(), e);
        }
    }
}
