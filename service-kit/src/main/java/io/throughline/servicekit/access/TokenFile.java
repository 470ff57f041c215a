package io.throughline.servicekit.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.Startup;
import io.throughline.servicekit.settings.Reloaded;
import io.throughline.servicekit.settings.Reloaded.InFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The tokens of the token file, which come and go without a restart. */
@Startup
@ApplicationScoped
class TokenFile {

    private static final Logger LOG = Logger.getLogger(TokenFile.class);
    private static final String PROPERTY = "throughline.access.token-file";

    private final Optional<Reloaded<?, AccessTokens>> file;

    @Inject
    TokenFile(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this(file, System::nanoTime);
    }

    TokenFile(Optional<Path> file, LongSupplier nanoTime) {
        if (file.isEmpty()) {
            LOG.warnf("%s is not set: every call that needs a token is refused", PROPERTY);
        }
        this.file = file.map(path -> new Reloaded<>(
                PROPERTY, new InFile<>(path, bytes -> AccessTokens.parse(new String(bytes, UTF_8))), nanoTime));
    }

    /** The tokens as of at most a second ago. */
    AccessTokens tokens() {
        return file.<AccessTokens>map(Reloaded::get).orElseGet(AccessTokens::none);
    }
}
