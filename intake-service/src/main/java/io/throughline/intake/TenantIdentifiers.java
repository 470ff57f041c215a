package io.throughline.intake;

import io.quarkus.runtime.Startup;
import io.throughline.servicekit.rules.IdentifierRules;
import io.throughline.servicekit.rules.RulesDirectory;
import io.throughline.servicekit.rules.RulesFile;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What each tenant's rules say about raw identifiers, as of at most a second ago. A wrong file stops the start. */
@Startup
@Singleton
public class TenantIdentifiers {

    private final RulesDirectory<List<Object>> files;
    private final IntakeConfig config;

    TenantIdentifiers(@ConfigProperty(name = RulesDirectory.PROPERTY) Optional<Path> directory, IntakeConfig config) {
        files = new RulesDirectory<>(directory, RulesFile::withoutVersions);
        this.config = config;
    }

    /** The rules of a tenant. */
    public IdentifierRules of(String tenant) {
        return files.of(tenant).map(RulesFile::identifiers).orElse(IdentifierRules.NONE);
    }

    /** ISO 3166-1 alpha-2: where a tenant's national telephone numbers are read; its rules go before configuration. */
    public String regionOf(String tenant) {
        var region = of(tenant).region();
        return region == null ? config.regionOf(tenant) : region;
    }
}
