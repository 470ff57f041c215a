package io.throughline.feedback;

import java.time.ZoneId;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Takes time zones that Java and PostgreSQL read alike. PostgreSQL takes an offset by the sign of POSIX, so that +08:00 is
 * west of Greenwich, and some names of regions for abbreviations that know no summer time.
 */
public final class RegionConverter implements Converter<ZoneId> {

    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();
    private static final Set<String> ABBREVIATIONS = Set.of("CET", "EET", "MET", "WET");

    @Override
    public ZoneId convert(String value) {
        String name = value.strip();
        if (!REGIONS.contains(name) || ABBREVIATIONS.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no region. Name a time zone by region and city, e.g. Asia/Hong_Kong, or UTC.");
        }
        return ZoneId.of(name);
    }
}
