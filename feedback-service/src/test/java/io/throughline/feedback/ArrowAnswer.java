package io.throughline.feedback;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;

/** An answer in Arrow, read by Arrow's own reader. */
final class ArrowAnswer {

    private ArrowAnswer() {}

    private interface Reading<T> {
        T of(ArrowStreamReader reader) throws IOException;
    }

    /** The type of each column, as Arrow writes it. */
    static Map<String, String> types(Response answer) throws IOException {
        return read(answer, reader -> {
            var types = new LinkedHashMap<String, String>();
            for (var field : reader.getVectorSchemaRoot().getSchema().getFields()) {
                types.put(field.getName(), field.getType().toString());
            }
            return types;
        });
    }

    /** Its cells by column, times in microseconds. */
    static List<Map<String, @Nullable Object>> rows(Response answer) throws IOException {
        return read(answer, reader -> {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            while (reader.loadNextBatch()) {
                var root = reader.getVectorSchemaRoot();
                for (int row = 0; row < root.getRowCount(); row++) {
                    var cells = new LinkedHashMap<String, @Nullable Object>();
                    for (FieldVector vector : root.getFieldVectors()) {
                        Object value = vector.getObject(row);
                        cells.put(vector.getName(), value instanceof Text text ? text.toString() : value);
                    }
                    rows.add(cells);
                }
            }
            return rows;
        });
    }

    private static <T> T read(Response answer, Reading<T> reading) throws IOException {
        try (var allocator = new RootAllocator();
                var reader = new ArrowStreamReader(new ByteArrayInputStream(answer.asByteArray()), allocator)) {
            return reading.of(reader);
        }
    }
}
