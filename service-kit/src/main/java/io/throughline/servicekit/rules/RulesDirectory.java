package io.throughline.servicekit.rules;

import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The directory of the tenants' rules, one file {@code <tenant>.yaml} each. It is read at the start, where anything wrong
 * stops the service, and again when a file changed, where anything wrong keeps the rules read before; so rules come and
 * go without a restart.
 *
 * @param <R> what a service makes of a file's versions
 */
public final class RulesDirectory<R> {

    /** Names the directory; without it every tenant has the defaults. */
    public static final String PROPERTY = "throughline.rules.directory";

    private static final Logger LOG = Logger.getLogger(RulesDirectory.class);
    private static final long CHECK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LARGEST_FILE = 1 << 20;
    private static final String ENDING = ".yaml";

    /** What tells a changed file from the one read before. */
    private record Stamp(FileTime modified, long size) {}

    private record Content<R>(SortedMap<Path, Stamp> stamps, Map<String, RulesFile<R>> byTenant, long edition) {}

    private final Optional<Path> directory;
    private final Function<Section, R> versions;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCheck;
    private volatile Content<R> content;
    private volatile String lastError = "";

    /**
     * @param directory empty for none
     * @param versions reads section {@code versions} of a file
     * @throws SettingsException when a file is wrong
     */
    public RulesDirectory(Optional<Path> directory, Function<Section, R> versions) {
        this(directory, versions, System::nanoTime);
    }

    RulesDirectory(Optional<Path> directory, Function<Section, R> versions, LongSupplier nanoTime) {
        this.directory = directory;
        this.versions = versions;
        this.nanoTime = nanoTime;
        this.nextCheck = new AtomicLong(nanoTime.getAsLong() + CHECK_EVERY_NANOS);
        this.content = directory.map(this::readFirst).orElseGet(() -> new Content<>(new TreeMap<>(), Map.of(), 0));
    }

    /** The file of a tenant as of at most a second ago; empty where it has none. */
    public Optional<RulesFile<R>> of(String tenant) {
        directory.ifPresent(this::readAgainIfDue);
        return Optional.ofNullable(content.byTenant().get(tenant));
    }

    /** Counts up whenever files changed. */
    public long edition() {
        directory.ifPresent(this::readAgainIfDue);
        return content.edition();
    }

    private void readAgainIfDue(Path path) {
        long now = nanoTime.getAsLong();
        long due = nextCheck.get();
        if (now - due < 0 || !nextCheck.compareAndSet(due, now + CHECK_EVERY_NANOS)) {
            return;
        }
        try {
            var stamps = stamps(path);
            if (!stamps.equals(content.stamps())) {
                content = read(stamps, content.edition() + 1);
                LOG.infof(
                        "%s was read again: rules of %d tenants",
                        PROPERTY, content.byTenant().size());
            }
            lastError = "";
        } catch (IOException | SettingsException e) {
            logOnce(describe(e));
        }
    }

    /** The files are tried every second while one is bad; that is no reason to say so every second. */
    private void logOnce(String error) {
        if (!error.equals(lastError)) {
            lastError = error;
            LOG.errorf("%s cannot be read, the rules read before stay valid:%n%s", PROPERTY, error);
        }
    }

    private Content<R> readFirst(Path path) {
        try {
            return read(stamps(path), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(PROPERTY + ": " + describe(e), e);
        }
    }

    private Content<R> read(SortedMap<Path, Stamp> stamps, long edition) throws IOException {
        var byTenant = new TreeMap<String, RulesFile<R>>();
        for (var file : stamps.keySet()) {
            var name = file.getFileName().toString();
            var tenant = name.substring(0, name.length() - ENDING.length());
            byTenant.put(tenant, RulesFile.read(name, tenant, text(file), versions));
        }
        return new Content<>(stamps, Map.copyOf(byTenant), edition);
    }

    /** The stamps before the content: a change while reading is then seen by the next check. */
    private static SortedMap<Path, Stamp> stamps(Path directory) throws IOException {
        var stamps = new TreeMap<Path, Stamp>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(RulesDirectory::isVisibleFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.endsWith(ENDING) || !RulesFile.isTenant(name.substring(0, name.length() - ENDING.length()))) {
                    throw new IOException(name + " in " + directory + " is no rules file: name it <tenant>" + ENDING
                            + " with 1 to 63 lower-case letters, digits and hyphens, or move it elsewhere");
                }
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        return stamps;
    }

    /** Hidden files and directories are how Kubernetes mounts a ConfigMap, and how editors save. */
    private static boolean isVisibleFile(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is larger than 1 MiB");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not in UTF-8", e);
        }
    }

    private static String describe(Exception e) {
        return e instanceof NoSuchFileException missing
                ? "there is no directory or file " + missing.getFile()
                : String.valueOf(e.getMessage());
    }
}
