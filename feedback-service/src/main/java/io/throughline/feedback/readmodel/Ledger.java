package io.throughline.feedback.readmodel;

import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.feedback.domain.cell.WindowSize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for ledger entries. */
@ApplicationScoped
@Transactional
public class Ledger {

    /** A place in the ledger: after this entry. */
    public record Position(Instant start, String key, long revision) {}

    /** An entry and its place. */
    public record Entry(Position position, KpiRevision entry) {}

    /**
     * At most {@code limit} entries of published values, by window, value and revision.
     *
     * @param after null from the beginning
     */
    public List<Entry> list(SeriesQuestion question, WindowSize size, @Nullable Position after, int limit) {
        var about = new PublishedQuestion(question, size);
        var condition = about.condition;
        if (after != null) {
            condition += " and (startAt, key, revision) > (:start, :key, :revision)";
            about.parameters.and("start", after.start()).and("key", after.key()).and("revision", after.revision());
        }
        return LedgerRow.<LedgerRow>find(condition + " order by startAt, key, revision", about.parameters)
                .range(0, limit - 1)
                .stream()
                .map(row -> new Entry(new Position(row.startAt, row.key, row.revision), row.entry()))
                .toList();
    }
}
