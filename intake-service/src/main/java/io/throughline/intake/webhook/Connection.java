package io.throughline.intake.webhook;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a platform that may send webhooks.
 *
 * @param platform as in the path
 * @param name as in the path, unique within the platform
 * @param tenant whose events they are
 * @param secret what the platform proves itself with: the key of its signatures, or a shared word
 * @param market ISO 3166-1 alpha-2, for events that name none; null for none
 * @param source the events' source
 * @param maxLate how long ago an event may have happened; null for what holds for all
 * @param publicUrl the URL that the platform was given, without a query; null where it is the one this service is asked
 *     for. Some signatures cover it
 * @param signatureWindow how far a signature's time may be from intake's clock
 * @param settings what only this platform has, by the names that {@link Platform#settings} knows
 */
public record Connection(
        String platform,
        String name,
        String tenant,
        String secret,
        @Nullable String market,
        String source,
        @Nullable Duration maxLate,
        @Nullable String publicUrl,
        Duration signatureWindow,
        Map<String, String> settings) {

    public Connection {
        settings = Map.copyOf(settings);
    }

    /** Without settings. */
    public Connection(
            String platform,
            String name,
            String tenant,
            String secret,
            @Nullable String market,
            String source,
            @Nullable Duration maxLate,
            @Nullable String publicUrl,
            Duration signatureWindow) {
        this(platform, name, tenant, secret, market, source, maxLate, publicUrl, signatureWindow, Map.of());
    }

    /** A setting of the platform's own; null where it is absent. */
    public @Nullable String setting(String setting) {
        return settings.get(setting);
    }

    /** The same with another secret. */
    Connection withSecret(String other) {
        return new Connection(
                platform, name, tenant, other, market, source, maxLate, publicUrl, signatureWindow, settings);
    }

    /** Without the secret: connections are logged by accident. */
    @Override
    public String toString() {
        return "Connection[" + platform + "/" + name + ", tenant " + tenant + "]";
    }
}
