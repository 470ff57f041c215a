package io.throughline.journey.stream.form;

import io.throughline.servicekit.streams.UnreadableForm;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes what the stages keep and tell each other: the components of records in their order, without their names. A
 * component or constant may be added behind the others; any other change needs the state to be rebuilt
 * (docs/decisions/0005-journey-topology.md).
 */
public final class CompactSerde<T> implements Serde<T> {

    private final Class<T> type;
    private final Form form;

    /**
     * @param type a record, a sealed interface of records, or a text
     * @throws IllegalArgumentException when something in the type cannot be written
     */
    public CompactSerde(Class<T> type) {
        this.type = type;
        this.form = Forms.of(type);
    }

    /** The value as bytes. */
    public byte[] write(T value) {
        var bytes = new ByteWriter();
        form.write(value, bytes);
        return bytes.result();
    }

    /** The value of bytes that {@link #write} made. */
    public T read(byte[] bytes) {
        try {
            return Objects.requireNonNull(type.cast(form.read(new ByteReader(bytes))));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new UnreadableForm("cannot read " + type, e);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    /** Everything that is written, by type, for a test that sees every change. */
    static Map<String, String> described() {
        var all = new TreeMap<String, String>();
        Forms.known()
                .forEach((type, form) -> all.put(
                        type.getTypeName(), form instanceof RecordForm one ? one.components() : form.described()));
        return all;
    }
}
