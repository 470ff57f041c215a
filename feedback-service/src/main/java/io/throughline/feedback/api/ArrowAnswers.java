package io.throughline.feedback.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;

/**
 * Writes answers as a stream of Apache Arrow, in one record batch: text as utf8, counts as int64, numbers as float64,
 * times as timestamps in microseconds with their zone. Where there is nothing they are null.
 *
 * <p>Arrow needs {@code java.base/java.nio} open: the manifest of {@code quarkus-run.jar} opens it (Quarkus does, for Netty).
 */
@Provider
@Produces(ArrowAnswers.ARROW_STREAM)
public class ArrowAnswers extends TableAnswers {

    static final String ARROW_STREAM = "application/vnd.apache.arrow.stream";

    ArrowAnswers() {
        super(ARROW_STREAM);
    }

    @Override
    void write(Table table, OutputStream out) throws IOException {
        var schema = new Schema(table.columns().stream()
                .map(column -> Field.nullable(column.name(), type(column.type(), table.zone())))
                .toList());
        // What it gives lies outside of the heap, and goes back when the answer is written.
        try (var allocator = new RootAllocator();
                var root = VectorSchemaRoot.create(schema, allocator)) {
            root.allocateNew();
            for (int column = 0; column < table.columns().size(); column++) {
                fill(root.getVector(column), table, column);
            }
            root.setRowCount(table.rows().size());
            // Never closed: that would end the stream, and so make it look whole, when writing has failed.
            var writer = new ArrowStreamWriter(root, null, Channels.newChannel(out));
            writer.writeBatch();
            writer.end();
        }
    }

    private static ArrowType type(Table.Type type, ZoneId zone) {
        return switch (type) {
            case TEXT -> ArrowType.Utf8.INSTANCE;
            case COUNT -> new ArrowType.Int(Long.SIZE, true);
            case NUMBER -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case TIME -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, name(zone));
            case YES_OR_NO -> ArrowType.Bool.INSTANCE;
        };
    }

    /** Readers know regions, {@code UTC} and offsets like {@code +08:00}, but neither {@code Z} nor {@code GMT+8}. */
    private static String name(ZoneId zone) {
        var plain = zone.normalized();
        return plain.equals(ZoneOffset.UTC) ? "UTC" : plain.getId();
    }

    private static void fill(FieldVector vector, Table table, int column) {
        for (int row = 0; row < table.rows().size(); row++) {
            Object value = table.rows().get(row).get(column);
            if (value == null) {
                vector.setNull(row);
            } else {
                set(vector, table.columns().get(column).type(), row, value);
            }
        }
    }

    private static void set(FieldVector vector, Table.Type type, int row, Object value) {
        switch (type) {
            case TEXT -> ((VarCharVector) vector).setSafe(row, new Text(value.toString()));
            case COUNT -> ((BigIntVector) vector).setSafe(row, ((Number) value).longValue());
            case NUMBER -> ((Float8Vector) vector).setSafe(row, ((Number) value).doubleValue());
            case TIME -> ((TimeStampMicroTZVector) vector).setSafe(row, microseconds(value));
            case YES_OR_NO -> ((BitVector) vector).setSafe(row, (Boolean) value ? 1 : 0);
        }
    }

    private static long microseconds(Object time) {
        var instant = time instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) time;
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
