package io.throughline.servicekit.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Settings that are read at the start, where anything wrong stops the service, and again when they changed, where
 * anything wrong keeps what was read before; so they come and go without a restart. May be asked by many threads.
 *
 * @param <S> what tells changed settings from those read before
 * @param <T> what is made of them
 */
public final class Reloaded<S, T> {

    private static final Logger LOG = Logger.getLogger(Reloaded.class);
    private static final long CHECK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What tells a changed file from the one read before. */
    public record Stamp(FileTime modified, long size) {

        /** @throws IOException when there is no such file */
        public static Stamp of(Path file) throws IOException {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        }
    }

    /** Where settings lie. */
    public interface Place<S, T> {

        S stamp() throws IOException;

        /**
         * Reads all of it.
         *
         * @throws IllegalArgumentException when it is wrong; the message says where and what to do
         */
        T read(S stamp) throws IOException;
    }

    /** A single file. */
    public record InFile<T>(Path file, Reader<T> reader) implements Place<Stamp, T> {

        /** Makes settings of what a file holds. */
        public interface Reader<T> {
            T read(byte[] content) throws IOException;
        }

        @Override
        public Stamp stamp() throws IOException {
            return Stamp.of(file);
        }

        @Override
        public T read(Stamp stamp) throws IOException {
            return reader.read(Files.readAllBytes(file));
        }
    }

    private record Content<S, T>(S stamp, T value, long edition) {}

    private final String property;
    private final Place<S, T> place;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCheck;
    private volatile Content<S, T> content;
    private volatile String lastError = "";

    /**
     * Reads them for the first time.
     *
     * @param property names the place in the configuration, for messages
     * @throws IllegalArgumentException when they cannot be read or are wrong; the message begins with the property
     */
    public Reloaded(String property, Place<S, T> place, LongSupplier nanoTime) {
        this.property = property;
        this.place = place;
        this.nanoTime = nanoTime;
        this.nextCheck = new AtomicLong(nanoTime.getAsLong() + CHECK_EVERY_NANOS);
        try {
            this.content = read(0);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(property + ": " + describe(e), e);
        }
    }

    /** The settings as of at most a second ago. */
    public T get() {
        readAgainIfDue();
        return content.value();
    }

    /** Counts up whenever they changed. */
    public long edition() {
        readAgainIfDue();
        return content.edition();
    }

    private void readAgainIfDue() {
        long now = nanoTime.getAsLong();
        long due = nextCheck.get();
        if (now - due < 0 || !nextCheck.compareAndSet(due, now + CHECK_EVERY_NANOS)) {
            return;
        }
        try {
            if (!place.stamp().equals(content.stamp())) {
                content = read(content.edition() + 1);
                LOG.infof("%s was read again", property);
            }
            lastError = "";
        } catch (IOException | RuntimeException e) {
            // Whatever a reader stumbled over: the thread that asks may be one of Kafka Streams'.
            logOnce(describe(e));
        }
    }

    private Content<S, T> read(long edition) throws IOException {
        // The stamp first: a change while reading is then seen by the next check.
        var stamp = place.stamp();
        return new Content<>(stamp, place.read(stamp), edition);
    }

    /** What is wrong is tried every second; that is no reason to say so every second. */
    private void logOnce(String error) {
        if (!error.equals(lastError)) {
            lastError = error;
            LOG.errorf("%s cannot be read, what was read before stays valid:%n%s", property, error);
        }
    }

    private static String describe(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no file or directory " + missing.getFile();
            case IOException wrong -> String.valueOf(wrong.getMessage());
            case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
            // A slip of the reader: without its class the message says little.
            default -> e.toString();
        };
    }
}
