package io.throughline.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of intake, under {@code throughline.intake}. */
@ConfigMapping(prefix = "throughline.intake")
public interface IntakeConfig {

    /** Events that happened longer ago are refused; a webhook connection can widen it. */
    @WithDefault("P400D")
    Duration maxLate();

    /** The same for a backfill: thirty years, so that 1970, which stands for an unknown time, stays refused. */
    @WithDefault("P10950D")
    Duration backfillMaxLate();

    /** Events in one request. */
    @WithDefault("10000")
    int maxBatch();

    /** Bytes of bodies that are being worked on; beyond it callers get 503. Below the producer's own buffer. */
    @WithDefault("16M")
    MemorySize maxInFlight();

    /** The part of {@link #maxInFlight} that one tenant may have. */
    @WithDefault("0.5")
    double tenantShare();

    /** Events a second that a tenant may send to one instance; ten seconds' worth at once. Beyond it callers get 429. */
    @WithDefault("50000")
    long rate();

    /** The rate of a tenant, by its name. */
    Map<String, Long> rates();

    /** ISO 3166-1 alpha-2: where national telephone numbers are read, unless event or tenant says otherwise. */
    @WithDefault("HK")
    String region();

    /** The region of a tenant, by its name. */
    Map<String, String> regions();

    /** The webhook connections (docs/adapters.md); without it there are none. */
    Optional<Path> connectionsFile();

    /** The sources that are no webhooks (docs/adapters.md); without it there are none. */
    Optional<Path> sourcesFile();

    /** Where the positions in followed files are kept; {@code positions} beside the sources file where absent. */
    Optional<Path> positionsDirectory();

    /** Events a second that a tenant may send. */
    default long rateOf(String tenant) {
        return rates().getOrDefault(tenant, rate());
    }

    /** The region in which a tenant's national telephone numbers are read. */
    default String regionOf(String tenant) {
        return regions().getOrDefault(tenant, region());
    }
}
