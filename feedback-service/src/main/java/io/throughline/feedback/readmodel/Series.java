package io.throughline.feedback.readmodel;

import io.throughline.contracts.kpi.Interval;
import io.throughline.contracts.kpi.Kpi;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of a KPI.
 *
 * @param variant null where the KPI has one definition
 * @param window ISO 8601 duration, or {@code all}
 * @param series by window, then dimensions; nothing for a window without cases
 */
public record Series(String kpi, @Nullable String variant, String window, String zone, List<Point> series) {

    /** One value over the whole span. */
    public static final String ALL = "all";

    /**
     * One value; fields as in {@link Kpi}.
     *
     * @param state as of now
     * @param revision of the published value; null for a window or combination that is not published and so has no
     *     ledger
     */
    public record Point(
            OffsetDateTime start,
            OffsetDateTime end,
            SortedMap<String, String> dimensions,
            @Nullable Double value,
            BigDecimal numerator,
            long denominator,
            @Nullable Interval interval,
            Kpi.State state,
            boolean small,
            @Nullable Long revision) {}

    public Series {
        series = List.copyOf(series);
    }
}
