package io.throughline.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** What an operator can set. */
@ConfigMapping(prefix = "throughline.feedback")
public interface FeedbackConfig {

    /** Whose days and hours the windows are. */
    @WithDefault("Asia/Hong_Kong")
    @WithConverter(RegionConverter.class)
    ZoneId zone();

    /** The same for one tenant. */
    Map<String, @WithConverter(RegionConverter.class) ZoneId> zones();

    /** A value that rests on fewer cases is marked small. */
    @WithDefault("30")
    int minimumCases();

    /** How often what has moved is published. */
    @WithDefault("500ms")
    Duration beat();

    /** How often the headline gauges are worked out. */
    @WithDefault("60s")
    Duration gaugesEvery();

    /** The zone of a tenant. */
    default ZoneId zoneOf(String tenant) {
        return zones().getOrDefault(tenant, zone());
    }
}
