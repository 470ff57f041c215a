package io.throughline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackConfigTest {

    private static final String ZONE = "throughline.feedback.zone";
    private static final String OF_A_TENANT = "throughline.feedback.zones.\"acme\"";

    @Test
    void takesRegions() {
        var config = read(Map.of(ZONE, "Etc/GMT-8", OF_A_TENANT, "Europe/Paris"));

        assertThat(config.zoneOf("other")).isEqualTo(ZoneId.of("Etc/GMT-8"));
        assertThat(config.zoneOf("acme")).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(read(Map.of()).zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
        assertThat(read(Map.of(ZONE, "UTC")).zone()).isEqualTo(ZoneId.of("UTC"));
    }

    /** PostgreSQL takes the first three for hours west of Greenwich, and CET for an hour in summer as in winter. */
    @ParameterizedTest
    @ValueSource(strings = {"+08:00", "UTC+8", "GMT+08:00", "CET", "Asia/Nowhere"})
    void refusesZonesThatTheDatabaseWouldReadOtherwise(String zone) {
        for (String setting : new String[] {ZONE, OF_A_TENANT}) {
            assertThatThrownBy(() -> read(Map.of(setting, zone)))
                    .hasMessageContaining(setting)
                    .hasMessageContaining("'" + zone + "' is no region")
                    .hasMessageContaining("Asia/Hong_Kong");
        }
    }

    private static FeedbackConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FeedbackConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(FeedbackConfig.class);
    }
}
