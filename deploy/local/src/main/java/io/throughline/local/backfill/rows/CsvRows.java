package io.throughline.local.backfill.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Columns;
import io.throughline.local.backfill.mapping.FileFormat;
import io.throughline.local.backfill.mapping.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180): the first line names the columns; quoted fields may span lines; a byte order mark is passed over. */
final class CsvRows implements RowReader {

    /** A field of more characters is a quote that was never closed. */
    private static final int LARGEST_FIELD = 1 << 22;

    private final CountingInput input;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;

    private CsvRows(CountingInput input, CloseableIterator<CsvRecord> records, List<String> header) {
        this.input = input;
        this.records = records;
        this.header = header;
    }

    static CsvRows open(Path file, FileFormat format, Columns columns) throws IOException {
        var input = new CountingInput(Files.newInputStream(file));
        var records = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .detectBomHeader(true)
                .maxBufferSize(LARGEST_FIELD)
                // A row of another length than the header's is a row with empty or superfluous cells.
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(input, format.encoding())
                .iterator();
        try {
            var first = record(records);
            var header = first == null
                    ? List.<String>of()
                    : first.getFields().stream().map(String::strip).toList();
            columns.checkAgainst(header);
            return new CsvRows(input, records, header);
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }

    @Override
    public @Nullable Row next() {
        var found = record(records);
        if (found == null) {
            return null;
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), found.getFieldCount()); i++) {
            cells.put(header.get(i), found.getField(i));
        }
        return new Row(found.getStartingLineNumber(), cells);
    }

    private static @Nullable CsvRecord record(CloseableIterator<CsvRecord> records) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new Failure("This is no CSV from some line on: " + e.getMessage() + " Mend the file there.", e);
        }
    }

    @Override
    public long bytesRead() {
        return input.count();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
