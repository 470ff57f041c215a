package io.throughline.journey.rules;

import io.quarkus.runtime.Startup;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.servicekit.rules.IdentifierRules;
import io.throughline.servicekit.rules.RulesDirectory;
import io.throughline.servicekit.rules.RulesFile;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every tenant's rules as of at most a second ago. A wrong file stops the start; later, it changes nothing. */
@Startup
@Singleton
public class RuleBook {

    private static final RulesFile<RuleVersions> DEFAULTS = new RulesFile<>(
            "",
            IdentifierRules.NONE,
            RuleVersions.defaults(),
            TenantRules.defaults().version());

    private final RulesDirectory<RuleVersions> files;

    RuleBook(@ConfigProperty(name = RulesDirectory.PROPERTY) Optional<Path> directory) {
        files = new RulesDirectory<>(directory, VersionsReader::read);
    }

    /** A tenant's rules; the defaults where it has no file. */
    public RuleVersions of(String tenant) {
        return file(tenant).rules();
    }

    /** Tells a tenant's present rules from others: changes whenever its file does. */
    public String digest(String tenant) {
        return file(tenant).digest();
    }

    /** Counts up whenever some tenant's rules changed. */
    public long edition() {
        return files.edition();
    }

    private RulesFile<RuleVersions> file(String tenant) {
        return files.of(tenant).orElse(DEFAULTS);
    }
}
