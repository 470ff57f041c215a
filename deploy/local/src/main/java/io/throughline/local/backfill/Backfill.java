package io.throughline.local.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.backfill.mapping.Translated;
import io.throughline.local.backfill.mapping.Translated.Finding;
import io.throughline.local.backfill.mapping.Translated.Kind;
import io.throughline.local.client.Api;
import io.throughline.local.client.EventImport.Refused;
import io.throughline.local.client.EventSender;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One import: rows to events, events in chunks to intake. After each chunk's acknowledgement the checkpoint is written,
 * so an import that was killed at any moment sends at most one chunk a second time, and that changes nothing.
 */
public final class Backfill {

    /** As many findings wait in memory at most. */
    private static final int WAITING_FINDINGS = 1000;

    private final Translation input;
    private final Checkpoint.Store store;
    private final Progress progress;
    private final RowReport report;
    private final EventSender sender;
    private final Checkpoint begun;
    private long rows;
    private long notMade;
    private long changed;

    /** Hears how far it has come: events sent by this run, and bytes of the file that were read. */
    @FunctionalInterface
    public interface Progress {
        void at(long events, long bytes);
    }

    /**
     * @param input from its beginning; what the checkpoint says is done is passed over
     * @param api with a token that may send and administer
     * @param reportFile what was refused or changed; begun anew unless the import goes on
     */
    public Backfill(Translation input, Api api, Checkpoint.Store store, Path reportFile, Progress progress) {
        this.input = input;
        this.store = store;
        this.progress = progress;
        begun = store.load();
        report = new RowReport(reportFile, begun.reportBytes());
        sender = new EventSender(api, true, this::refused);
    }

    /** Sends what is left of the file, and forgets the checkpoint: to import the file again begins at its start. */
    public Checkpoint run() throws IOException {
        while (rows < begun.rows() && input.next() != null) {
            rows++;
        }
        for (var row = input.next(); row != null; row = input.next()) {
            add(row);
        }
        pass();
        store.delete();
        return now();
    }

    private void add(Translated row) {
        long bytes = row.events().stream().mapToLong(event -> event.length + 1L).sum();
        if (!sender.hasRoomFor(row.events().size(), bytes) || report.waiting() >= WAITING_FINDINGS) {
            pass();
        }
        row.events().forEach(event -> sender.add(row.line(), event));
        for (var finding : row.findings()) {
            report.add(row.line(), finding);
            switch (finding.kind()) {
                case REFUSED -> notMade++;
                case CHANGED -> changed++;
            }
        }
        rows++;
    }

    private void pass() {
        sender.flush();
        report.flush();
        store.save(now());
        progress.at(sender.accepted() + sender.refused(), input.bytesRead());
    }

    private Checkpoint now() {
        return new Checkpoint(
                rows,
                begun.accepted() + sender.accepted(),
                begun.refused() + sender.refused() + notMade,
                begun.changed() + changed,
                report.length());
    }

    private void refused(Refused refused) {
        var problem = refused.problem();
        report.add(
                refused.line(),
                new Finding(
                        Kind.REFUSED,
                        text(problem, "id"),
                        text(problem, "field"),
                        text(problem, "reason"),
                        text(problem, "remedy")));
    }

    private static String text(JsonNode problem, String field) {
        return problem.path(field).asText("");
    }
}
