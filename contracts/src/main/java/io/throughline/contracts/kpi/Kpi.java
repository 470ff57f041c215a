package io.throughline.contracts.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One value of a KPI: for a tenant, a window and some dimensions.
 *
 * @param kpi e.g. {@code fcr.gross}
 * @param variant e.g. {@code w7d}; null where the KPI has only one
 * @param window ISO 8601 duration, {@code PT1H} or {@code P1D}; {@code all} for one value over a span
 * @param zone IANA zone in which windows begin
 * @param start of the window, in the zone
 * @param end of the window (exclusive), in the zone
 * @param dimensions e.g. {@code channel=phone}; empty for the tenant as a whole
 * @param value numerator / denominator, or the KPI's own formula; never NaN; null only when its formula has no answer
 *     (a relative risk without an unexposed case)
 * @param numerator exact sum
 * @param denominator count
 * @param interval where the true value lies; null where there is none
 * @param state whether a later event within the KPI's window can still change it
 * @param small whether there are too few cases to rely on
 * @param maturesAt event time at which it becomes MATURED
 * @param revision 1 for the first publication, one more for each change
 * @param asOf the latest event time that had gone into it when it was published; an evaluation time: a value is not
 *     published again for it alone
 */
public record Kpi(
        String tenant,
        String kpi,
        @Nullable String variant,
        String window,
        String zone,
        OffsetDateTime start,
        OffsetDateTime end,
        SortedMap<String, String> dimensions,
        @Nullable Double value,
        BigDecimal numerator,
        long denominator,
        @Nullable Interval interval,
        State state,
        boolean small,
        @Nullable Instant maturesAt,
        long revision,
        Instant asOf) {

    /** Whether a value can still change without a correction. */
    public enum State {
        /** Younger than the KPI's window. */
        PROVISIONAL,
        MATURED
    }
}
