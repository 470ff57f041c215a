package io.throughline.intake;

import io.throughline.intake.identifiers.Pseudonymiser;
import io.throughline.intake.keys.MasterKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is made from configuration once. */
class IntakeBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    MasterKeys masterKeys(@ConfigProperty(name = MasterKeys.PROPERTY) String keys) {
        return MasterKeys.parse(keys);
    }

    @Produces
    @Singleton
    Pseudonymiser pseudonymiser(MasterKeys masterKeys, TenantIdentifiers identifiers) {
        return new Pseudonymiser(masterKeys, identifiers::of);
    }
}
