package io.throughline.servicekit.rules;

import io.throughline.servicekit.settings.Reloaded;
import io.throughline.servicekit.settings.Reloaded.Place;
import io.throughline.servicekit.settings.Reloaded.Stamp;
import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.TenantName;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The directory of the tenants' rules, one file {@code <tenant>.yaml} each; rules come and go without a restart.
 *
 * @param <R> what a service makes of a file's versions
 */
public final class RulesDirectory<R> {

    /** Names the directory; without it every tenant has the defaults. */
    public static final String PROPERTY = "throughline.rules.directory";

    private static final long LARGEST_FILE = 1 << 20;
    private static final String ENDING = ".yaml";

    private final Optional<Reloaded<SortedMap<Path, Stamp>, Map<String, RulesFile<R>>>> byTenant;

    /**
     * @param directory empty for none
     * @param versions reads section {@code versions} of a file
     * @throws IllegalArgumentException when a file is wrong
     */
    public RulesDirectory(Optional<Path> directory, Function<Section, R> versions) {
        this(directory, versions, System::nanoTime);
    }

    RulesDirectory(Optional<Path> directory, Function<Section, R> versions, LongSupplier nanoTime) {
        byTenant = directory.map(path -> new Reloaded<>(PROPERTY, new InDirectory<>(path, versions), nanoTime));
    }

    /** The file of a tenant as of at most a second ago; empty where it has none. */
    public Optional<RulesFile<R>> of(String tenant) {
        return byTenant.map(Reloaded::get).map(files -> files.get(tenant));
    }

    /** Counts up whenever files changed. */
    public long edition() {
        return byTenant.map(Reloaded::edition).orElse(0L);
    }

    private record InDirectory<R>(Path directory, Function<Section, R> versions)
            implements Place<SortedMap<Path, Stamp>, Map<String, RulesFile<R>>> {

        @Override
        public SortedMap<Path, Stamp> stamp() throws IOException {
            return stamps(directory);
        }

        @Override
        public Map<String, RulesFile<R>> read(SortedMap<Path, Stamp> stamps) throws IOException {
            var byTenant = new TreeMap<String, RulesFile<R>>();
            for (var file : stamps.keySet()) {
                var name = file.getFileName().toString();
                var tenant = name.substring(0, name.length() - ENDING.length());
                byTenant.put(tenant, RulesFile.read(name, tenant, text(file), versions));
            }
            return Map.copyOf(byTenant);
        }
    }

    private static SortedMap<Path, Stamp> stamps(Path directory) throws IOException {
        var stamps = new TreeMap<Path, Stamp>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(RulesDirectory::isVisibleFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.endsWith(ENDING) || !TenantName.isValid(name.substring(0, name.length() - ENDING.length()))) {
                    throw new IOException(name + " in " + directory + " is no rules file: name it <tenant>" + ENDING
                            + " with " + TenantName.EXPECTED + ", or move it elsewhere");
                }
                stamps.put(file, Stamp.of(file));
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
}
