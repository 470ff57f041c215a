package io.throughline.local.backfill;

import io.throughline.local.backfill.mapping.Mapping;
import io.throughline.local.backfill.mapping.Translated;
import io.throughline.local.backfill.rows.CountingInput;
import io.throughline.local.backfill.rows.RowReader;
import io.throughline.local.client.EventLines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file read as events, one row at a time and always in the same order. */
public interface Translation extends AutoCloseable {

    /** What the next row became; null after the last. */
    @Nullable
    Translated next() throws IOException;

    /** How much of the file was read, in bytes. */
    long bytesRead();

    @Override
    void close() throws IOException;

    /** Rows that a mapping turns into events. */
    static Translation of(Path file, Mapping mapping) throws IOException {
        var rows = RowReader.open(file, mapping.format(), mapping.columns());
        return new Translation() {
            @Override
            public @Nullable Translated next() throws IOException {
                var row = rows.next();
                return row == null ? null : mapping.translate(row);
            }

            @Override
            public long bytesRead() {
                return rows.bytesRead();
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    /** Lines that are events already. */
    static Translation ofEvents(Path file) throws IOException {
        var input = new CountingInput(Files.newInputStream(file));
        var lines = new EventLines(new BufferedInputStream(input, 1 << 16));
        return new Translation() {
            @Override
            public @Nullable Translated next() throws IOException {
                var line = lines.next();
                return line == null ? null : new Translated(line.number(), List.of(line.bytes()), List.of());
            }

            @Override
            public long bytesRead() {
                return input.count();
            }

            @Override
            public void close() throws IOException {
                input.close();
            }
        };
    }
}
