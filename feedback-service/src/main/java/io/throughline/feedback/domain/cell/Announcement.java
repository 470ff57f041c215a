package io.throughline.feedback.domain.cell;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import org.jspecify.annotations.Nullable;

/**
 * What the world is told about one KPI in one cell.
 *
 * @param key of the records
 * @param kpi its value; null when it has none any more
 * @param entry what the ledger says about it
 * @param correction whether a number that had been published changed
 * @param late whether it changed although it had been published as matured
 */
public record Announcement(String key, @Nullable Kpi kpi, KpiRevision entry, boolean correction, boolean late) {}
