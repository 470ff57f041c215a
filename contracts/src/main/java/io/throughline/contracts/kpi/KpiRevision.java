package io.throughline.contracts.kpi;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger: what moved a KPI, from what to what.
 *
 * @param oldValue null when there was none before
 * @param newValue null when there is none any more
 * @param numeratorChange new numerator minus the old one: the ledger's sum is the number
 * @param denominatorChange the same of the denominator
 * @param cause why, in words an analyst reads, e.g. {@code journey j_… revision 3}
 * @param journeys the journeys that moved it, sorted
 * @param revision of the KPI value that it led to
 */
public record KpiRevision(
        String tenant,
        String kpi,
        @Nullable String variant,
        String window,
        String zone,
        OffsetDateTime start,
        OffsetDateTime end,
        SortedMap<String, String> dimensions,
        @Nullable Double oldValue,
        @Nullable Double newValue,
        BigDecimal numeratorChange,
        long denominatorChange,
        String cause,
        List<String> journeys,
        long revision) {

    public KpiRevision {
        journeys = List.copyOf(journeys);
    }
}
