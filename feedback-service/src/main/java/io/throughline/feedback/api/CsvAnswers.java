package io.throughline.feedback.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes answers as CSV (RFC 4180). */
@Provider
@Produces(CsvAnswers.TEXT_CSV)
public class CsvAnswers extends TableAnswers {

    static final String TEXT_CSV = "text/csv";

    CsvAnswers() {
        super(TEXT_CSV);
    }

    @Override
    void write(Table table, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        var csv = CsvWriter.builder().build(writer);
        csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
        for (var row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvAnswers::cell).toList());
        }
        csv.flush();
        writer.flush();
    }

    /**
     * A cell. A spreadsheet takes text that begins with one of these for a formula and carries it out; an apostrophe before
     * it keeps it text (OWASP, CSV injection). Numbers are left alone.
     */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula && !(value instanceof Number) ? "'" + text : text;
    }
}
