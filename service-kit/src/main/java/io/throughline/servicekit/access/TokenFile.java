package io.throughline.servicekit.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The token file and its present content. It is read at startup, where an error stops the service, and again after it
 * changed, where an error keeps the tokens read before; so tokens come and go without a restart.
 */
@Startup
@ApplicationScoped
class TokenFile {

    private static final Logger LOG = Logger.getLogger(TokenFile.class);
    private static final String PROPERTY = "throughline.access.token-file";
    private static final long CHECK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What tells a changed file from the one read before. */
    private record Version(FileTime modified, long size) {}

    private record Content(Version version, AccessTokens tokens) {}

    private final Optional<Path> file;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCheck;
    private volatile Content content;
    private volatile String lastError = "";

    @Inject
    TokenFile(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this(file, System::nanoTime);
    }

    TokenFile(Optional<Path> file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.nextCheck = new AtomicLong(nanoTime.getAsLong() + CHECK_EVERY_NANOS);
        this.content = file.map(TokenFile::readFirst)
                .orElseGet(() -> new Content(new Version(FileTime.fromMillis(0), 0), AccessTokens.none()));
        if (file.isEmpty()) {
            LOG.warnf("%s is not set: every call that needs a token is refused", PROPERTY);
        }
    }

    /** The tokens as of at most a second ago. */
    AccessTokens tokens() {
        file.ifPresent(this::readAgainIfDue);
        return content.tokens();
    }

    private void readAgainIfDue(Path path) {
        long now = nanoTime.getAsLong();
        long due = nextCheck.get();
        if (now - due < 0 || !nextCheck.compareAndSet(due, now + CHECK_EVERY_NANOS)) {
            return;
        }
        try {
            if (!version(path).equals(content.version())) {
                content = read(path);
                LOG.infof(
                        "%s was read again: %d tokens",
                        PROPERTY, content.tokens().size());
            }
            lastError = "";
        } catch (IOException | IllegalArgumentException e) {
            logOnce(describe(e));
        }
    }

    /** The file is tried every second while it is bad; that is no reason to say so every second. */
    private void logOnce(String error) {
        if (!error.equals(lastError)) {
            lastError = error;
            LOG.errorf("%s cannot be read, the tokens read before stay valid: %s", PROPERTY, error);
        }
    }

    private static Content readFirst(Path path) {
        try {
            return read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(PROPERTY + ": " + describe(e), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PROPERTY + ": " + e.getMessage(), e);
        }
    }

    private static Content read(Path path) throws IOException {
        // The version first: a change while reading is then seen by the next check.
        var version = version(path);
        return new Content(version, AccessTokens.parse(Files.readString(path)));
    }

    private static Version version(Path path) throws IOException {
        return new Version(Files.getLastModifiedTime(path), Files.size(path));
    }

    private static String describe(Exception e) {
        return e instanceof NoSuchFileException missing
                ? "there is no file " + missing.getFile()
                : String.valueOf(e.getMessage());
    }
}
