package io.throughline.journey.stream;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** Goes through many records, of which only some are read at a time; nothing of the store stays open in between. */
final class Pages<V> implements Iterator<V> {

    /** So many records are read at a time. */
    static final int SIZE = 500;

    private final BiFunction<@Nullable String, Integer, List<KeyValue<String, V>>> read;
    private List<KeyValue<String, V>> page;
    private int next;

    /** @param read gives the records after a key (null: from the beginning), at most so many */
    Pages(BiFunction<@Nullable String, Integer, List<KeyValue<String, V>>> read) {
        this.read = read;
        page = read.apply(null, SIZE);
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && next == SIZE) {
            page = read.apply(page.getLast().key, SIZE);
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public V next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++).value;
    }
}
