package io.throughline.feedback.domain.cell;

import io.throughline.contracts.topic.Keys;
import io.throughline.feedback.domain.kpi.KpiId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where values of all KPIs lie together: a tenant, a window and the values of some dimensions.
 *
 * @param zone in which the window begins
 * @param start beginning of the window
 * @param dimensions by name; empty for the tenant as a whole
 */
public record CellKey(
        String tenant, ZoneId zone, WindowSize size, Instant start, SortedMap<String, String> dimensions) {

    public CellKey {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    public Window window() {
        return size.windowAt(start, zone);
    }

    /** The key of a KPI's value here on {@code feedback.kpis}. */
    public String recordKey(KpiId kpi) {
        return Keys.kpi(tenant, kpi.name(), kpi.variant(), size.code(), text(start), dimensions);
    }

    OffsetDateTime inZone(Instant time) {
        return time.atZone(zone).toOffsetDateTime();
    }

    /** One line, as {@link #valueOf} reads it. */
    @Override
    public String toString() {
        var parts = new ArrayList<>(List.of(tenant, zone.getId(), size.code(), start.toString()));
        dimensions.forEach((name, value) -> parts.add(name + "=" + value));
        return Keys.join(parts.toArray(String[]::new));
    }

    /** Reads what {@link #toString} writes. */
    public static CellKey valueOf(String text) {
        var parts = Keys.split(text);
        var dimensions = new TreeMap<String, String>();
        for (String part : parts.subList(4, parts.size())) {
            int sign = part.indexOf('=');
            dimensions.put(part.substring(0, sign), part.substring(sign + 1));
        }
        return new CellKey(
                parts.get(0),
                ZoneId.of(parts.get(1)),
                WindowSize.named(parts.get(2)).orElseThrow(),
                Instant.parse(parts.get(3)),
                dimensions);
    }

    private String text(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inZone(time));
    }
}
