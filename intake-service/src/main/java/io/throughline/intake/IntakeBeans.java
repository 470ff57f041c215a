package io.throughline.intake;

import io.throughline.intake.identifiers.Pseudonymiser;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is made from configuration once. */
class IntakeBeans {

    private static final String KEY_PROPERTY = "throughline.token-key";

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Pseudonymiser pseudonymiser(@ConfigProperty(name = KEY_PROPERTY) String key, TenantIdentifiers identifiers) {
        try {
            return new Pseudonymiser(Base64.getDecoder().decode(key.strip()), identifiers::of);
        } catch (IllegalArgumentException e) {
            // Never with the cause's text of the decoder, which quotes the key.
            throw new IllegalArgumentException(
                    KEY_PROPERTY + " is not 32 bytes in base64; make one with: openssl rand -base64 32");
        }
    }
}
