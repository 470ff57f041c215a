package io.throughline.local.backfill;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Translated.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes what was refused or changed, with line and reason, to a CSV file; there is none as long as nothing was. */
final class RowReport {

    private static final String[] HEADER = {"line", "what", "event", "field", "reason", "remedy"};

    private final Path path;
    private final List<Entry> waiting = new ArrayList<>();

    private record Entry(long line, Finding finding) {}

    /** Goes on at this length: what an import that was stopped wrote behind its checkpoint will come again. */
    RowReport(Path path, long length) {
        this.path = path;
        try {
            if (length == 0) {
                Files.deleteIfExists(path);
            } else if (Files.exists(path)) {
                try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.truncate(length);
                }
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    void add(long line, Finding finding) {
        waiting.add(new Entry(line, finding));
    }

    int waiting() {
        return waiting.size();
    }

    /** Writes what waits, by line. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.sort(Comparator.comparingLong(Entry::line));
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        if (length() == 0) {
            csv.writeRecord(HEADER);
        }
        for (var entry : waiting) {
            var finding = entry.finding();
            csv.writeRecord(
                    Long.toString(entry.line()),
                    finding.kind().name().toLowerCase(Locale.ROOT),
                    finding.event(),
                    finding.field(),
                    finding.reason(),
                    finding.remedy());
        }
        waiting.clear();
        try {
            csv.flush();
            Files.writeString(
                    path,
                    text.toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    long length() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private Failure cannotWrite(IOException e) {
        return new Failure("Cannot write " + path + ": " + e.getMessage(), e);
    }
}
