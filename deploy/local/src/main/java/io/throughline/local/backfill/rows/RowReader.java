package io.throughline.local.backfill.rows;

import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Columns;
import io.throughline.local.backfill.mapping.FileFormat;
import io.throughline.local.backfill.mapping.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a file in their order. */
public interface RowReader extends AutoCloseable {

    /**
     * The next row; null after the last.
     *
     * @throws Failure where the file is not what its name says from here on
     */
    @Nullable
    Row next() throws IOException;

    /** How much of the file was read, in bytes; an estimate for a progress bar. */
    long bytesRead();

    @Override
    void close() throws IOException;

    /**
     * Opens a file as its name says: CSV, Excel, or JSON (an array of objects, or objects one after the other).
     *
     * @param columns are looked for at once where the file names its columns at its beginning
     */
    static RowReader open(Path file, FileFormat format, Columns columns) throws IOException {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv", "tsv", "txt" -> CsvRows.open(file, format, columns);
            case "xlsx" -> ExcelRows.open(file, format, columns);
            case "json", "ndjson", "jsonl" -> JsonRows.open(file);
            default ->
                throw new Failure("The name of " + file
                        + " does not say what it is: CSV (.csv, .tsv, .txt), Excel (.xlsx) and JSON (.json, .ndjson,"
                        + " .jsonl) can be imported.");
        };
    }
}
