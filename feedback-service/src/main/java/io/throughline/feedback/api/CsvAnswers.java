package io.throughline.feedback.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Writes answers as CSV (RFC 4180) where {@code Accept: text/csv} or {@code format=csv} asks for it. */
@Provider
@Produces(CsvAnswers.TEXT_CSV)
public class CsvAnswers implements MessageBodyWriter<Object> {

    static final String TEXT_CSV = "text/csv";
    /** Where the next part of a list begins, which the table has no place for. */
    static final String NEXT_CURSOR = "X-Next-Cursor";

    /** A link cannot say what it accepts. */
    @ServerRequestFilter(preMatching = true)
    public void format(ContainerRequestContext request) {
        if ("csv".equals(request.getUriInfo().getQueryParameters().getFirst("format"))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, TEXT_CSV);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        // Never for a wildcard: what no table is made of stays JSON.
        return "csv".equals(media.getSubtype());
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var table = Table.of(answer).orElseThrow();
        if (table.next() != null) {
            headers.putSingle(NEXT_CURSOR, table.next());
        }
        var writer = new OutputStreamWriter(out, UTF_8);
        var csv = CsvWriter.builder().build(writer);
        csv.writeRecord(table.columns());
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
