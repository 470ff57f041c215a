package io.throughline.journey.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts what a stage does to its store. */
final class CountingStore implements KeyValueStore<Bytes, byte[]> {

    private final KeyValueStore<Bytes, byte[]> inner;
    private long gets;
    private long puts;
    private long bytes;
    private long scans;

    /** Puts and deletions by kind of record. */
    private final Map<String, Integer> kinds = new TreeMap<>();

    CountingStore(KeyValueStore<Bytes, byte[]> inner) {
        this.inner = inner;
    }

    void clear() {
        gets = 0;
        puts = 0;
        bytes = 0;
        scans = 0;
        kinds.clear();
    }

    /** For each of so many events. */
    String counts(int events) {
        var byKind = kinds.entrySet().stream()
                .map(kind -> "%s %.2f".formatted(kind.getKey(), (double) kind.getValue() / events))
                .collect(Collectors.joining(", "));
        return "%5.2f gets, %5.2f puts of %4.0f bytes, %5.2f scans; puts of %s"
                .formatted(
                        (double) gets / events,
                        (double) puts / events,
                        puts == 0 ? 0.0 : (double) bytes / puts,
                        (double) scans / events,
                        byKind);
    }

    @Override
    public byte[] get(Bytes key) {
        gets++;
        return inner.get(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        puts++;
        var name = new String(key.get(), UTF_8);
        kinds.merge(name.substring(0, name.indexOf('|')) + (value == null ? " deleted" : ""), 1, Integer::sum);
        bytes += key.get().length + (value == null ? 0 : value.length);
        inner.put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        gets++;
        puts++;
        return inner.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        puts += entries.size();
        inner.putAll(entries);
    }

    @Override
    public byte[] delete(Bytes key) {
        gets++;
        puts++;
        return inner.delete(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        scans++;
        return inner.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        scans++;
        return inner.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        scans++;
        return inner.all();
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        scans++;
        return inner.prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return inner.approximateNumEntries();
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        inner.init(context, root);
    }

    @Override
    public void flush() {
        inner.flush();
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public boolean persistent() {
        return inner.persistent();
    }

    @Override
    public boolean isOpen() {
        return inner.isOpen();
    }
}
