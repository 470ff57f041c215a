package io.throughline.feedback.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.feedback.domain.kpi.Buckets;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.feedback.domain.kpi.Sums;
import io.throughline.servicekit.streams.UnreadableForm;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * The parts of which the stream's own records are written: in its stores and between its steps, where nobody else reads
 * them. There are very many: numbers take as many bytes as they need, a KPI two.
 *
 * <p>A change of the form needs a new application id, so that all is counted anew.
 */
final class CompactForm {

    private static final int USUAL_BYTES = 512;

    private static final Map<Short, KpiId> KPIS =
            KpiRules.ALL.stream().map(KpiRule::id).collect(Collectors.toUnmodifiableMap(KpiId::code, id -> id));

    private CompactForm() {}

    @FunctionalInterface
    interface Writer<T> {
        void write(T value, DataOutput to) throws IOException;
    }

    static <T> Serde<T> serde(Writer<T> writer, Function<ByteBuffer, T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : written(writer, value),
                (topic, bytes) -> bytes == null ? null : read(reader, bytes));
    }

    static void write(long number, DataOutput to) throws IOException {
        ByteUtils.writeVarlong(number, to);
    }

    static long number(ByteBuffer from) {
        return ByteUtils.readVarlong(from);
    }

    static int count(ByteBuffer from) {
        return Math.toIntExact(number(from));
    }

    static void write(String text, DataOutput to) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        write(bytes.length, to);
        to.write(bytes);
    }

    static String text(ByteBuffer from) {
        byte[] bytes = new byte[count(from)];
        from.get(bytes);
        return new String(bytes, UTF_8);
    }

    static void write(Instant time, DataOutput to) throws IOException {
        write(time.getEpochSecond(), to);
        write(time.getNano(), to);
    }

    static Instant time(ByteBuffer from) {
        return Instant.ofEpochSecond(number(from), number(from));
    }

    static void write(KpiId kpi, DataOutput to) throws IOException {
        to.writeShort(kpi.code());
    }

    /** Null when this version does not know the KPI any more. */
    static @Nullable KpiId kpi(ByteBuffer from) {
        return KPIS.get(from.getShort());
    }

    /** Most sums are two numbers: one number says how many further ones there are and, by its lowest bit, of buckets. */
    static void write(Sums sums, DataOutput to) throws IOException {
        boolean bucketed = !sums.buckets().isEmpty();
        write(sums.more().size() * 2L + (bucketed ? 1 : 0), to);
        write(sums.numerator(), to);
        write(sums.denominator(), to);
        for (long further : sums.more()) {
            write(further, to);
        }
        if (bucketed) {
            write(sums.buckets().size(), to);
            for (int place = 0; place < sums.buckets().size(); place++) {
                write(sums.buckets().index(place), to);
                write(sums.buckets().count(place), to);
            }
        }
    }

    static Sums sums(ByteBuffer from) {
        int head = count(from);
        long numerator = number(from);
        long denominator = number(from);
        if (head == 0) {
            return new Sums(numerator, denominator, List.of());
        }
        List<Long> more = new ArrayList<>(head / 2);
        for (int i = 0; i < head / 2; i++) {
            more.add(number(from));
        }
        return new Sums(numerator, denominator, more, head % 2 == 1 ? buckets(from) : Buckets.NONE);
    }

    private static Buckets buckets(ByteBuffer from) {
        int count = count(from);
        var indexes = new int[count];
        var counts = new long[count];
        for (int place = 0; place < count; place++) {
            indexes[place] = count(from);
            counts[place] = number(from);
        }
        return Buckets.inOrder(indexes, counts);
    }

    static void write(Map<KpiId, Sums> all, DataOutput to) throws IOException {
        write(all.size(), to);
        for (var entry : all.entrySet()) {
            write(entry.getKey(), to);
            write(entry.getValue(), to);
        }
    }

    static <M extends Map<KpiId, Sums>> M sumsByKpi(ByteBuffer from, M all) {
        int count = count(from);
        for (int i = 0; i < count; i++) {
            KpiId kpi = kpi(from);
            Sums sums = sums(from);
            if (kpi != null) {
                all.put(kpi, sums);
            }
        }
        return all;
    }

    private static <T> byte[] written(Writer<T> writer, T value) {
        var bytes = new ByteBufferOutputStream(USUAL_BYTES);
        try {
            writer.write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new SerializationException(e);
        }
        var buffer = bytes.buffer().flip();
        var written = new byte[buffer.remaining()];
        buffer.get(written);
        return written;
    }

    private static <T> T read(Function<ByteBuffer, T> reader, byte[] bytes) {
        try {
            return reader.apply(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new UnreadableForm("state of another form", e);
        }
    }
}
