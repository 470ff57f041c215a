package io.throughline.feedback.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes answers as tables of one media type, where it is asked for. */
abstract class TableAnswers implements MessageBodyWriter<Object> {

    /** Where the next part of a list begins, which a table has no place for. */
    private static final String NEXT_CURSOR = "X-Next-Cursor";

    private final MediaType written;

    TableAnswers(String written) {
        this.written = MediaType.valueOf(written);
    }

    abstract void write(Table table, OutputStream out) throws IOException;

    @Override
    public final boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        // Never for a wildcard: what no table is made of stays JSON.
        return written.getSubtype().equals(media.getSubtype());
    }

    @Override
    public final void writeTo(
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
        write(table, out);
    }
}
