package io.throughline.feedback.api;

import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.feedback.readmodel.Ledger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger.
 *
 * @param entries by window, dimensions and revision; fields as on the topic
 * @param next the cursor of the next part; null when this is the last
 */
public record LedgerPage(List<KpiRevision> entries, @Nullable String next) {

    /** @param found one more than fits, when there are more */
    static LedgerPage of(List<Ledger.Entry> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? shown.getLast().position() : null;
        return new LedgerPage(
                shown.stream().map(Ledger.Entry::entry).toList(),
                last == null ? null : Cursors.write(last.start(), last.key(), last.revision()));
    }

    static Ledger.@Nullable Position position(@Nullable String cursor) {
        return Cursors.read(
                cursor,
                parts -> new Ledger.Position(
                        Instant.parse(parts.get(0)),
                        Inputs.text("cursor", parts.get(1)),
                        Long.parseLong(parts.get(2))));
    }
}
