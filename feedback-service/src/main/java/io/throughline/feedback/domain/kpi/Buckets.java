package io.throughline.feedback.domain.kpi;

import java.util.Arrays;
import java.util.SortedMap;

/**
 * How many cases fall into each bucket of a {@link Quantiles} histogram: the buckets in order, none of them zero. What is
 * taken away is negative. Two arrays rather than a map: a month's histogram has hundreds of buckets and is copied with
 * every sum that it is part of.
 */
public final class Buckets {

    public static final Buckets NONE = new Buckets(new int[0], new long[0]);

    private final int[] indexes;
    private final long[] counts;

    private Buckets(int[] indexes, long[] counts) {
        this.indexes = indexes;
        this.counts = counts;
    }

    /** One bucket. */
    public static Buckets of(int index, long count) {
        return count == 0 ? NONE : new Buckets(new int[] {index}, new long[] {count});
    }

    /** Counts by the bucket's index. */
    public static Buckets of(SortedMap<Integer, Long> counts) {
        var all = new Gathered(counts.size());
        counts.forEach(all::add);
        return all.buckets();
    }

    /** As they were written: in the order of their indexes, without zeros. The arrays are not the caller's any more. */
    public static Buckets inOrder(int[] indexes, long[] counts) {
        return indexes.length == 0 ? NONE : new Buckets(indexes, counts);
    }

    public boolean isEmpty() {
        return indexes.length == 0;
    }

    /** How many there are. */
    public int size() {
        return indexes.length;
    }

    /** The index of the bucket at a place, counted from 0. */
    public int index(int place) {
        return indexes[place];
    }

    /** How many cases fall into the bucket at a place. */
    public long count(int place) {
        return counts[place];
    }

    /** @param sign -1 takes the other away */
    Buckets plus(Buckets other, int sign) {
        var all = new Gathered(size() + other.size());
        int here = 0;
        int there = 0;
        while (here < size() || there < other.size()) {
            if (there == other.size() || here < size() && indexes[here] < other.indexes[there]) {
                all.add(indexes[here], counts[here]);
                here++;
            } else if (here == size() || other.indexes[there] < indexes[here]) {
                all.add(other.indexes[there], sign * other.counts[there]);
                there++;
            } else {
                all.add(indexes[here], Math.addExact(counts[here], sign * other.counts[there]));
                here++;
                there++;
            }
        }
        return all.buckets();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Buckets that
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(indexes) + Arrays.toString(counts);
    }

    /** Takes buckets in order. */
    private static final class Gathered {
        private final int[] indexes;
        private final long[] counts;
        private int size;

        Gathered(int most) {
            indexes = new int[most];
            counts = new long[most];
        }

        void add(int index, long count) {
            if (count != 0) {
                indexes[size] = index;
                counts[size] = count;
                size++;
            }
        }

        Buckets buckets() {
            if (size == 0) {
                return NONE;
            }
            return size == indexes.length
                    ? new Buckets(indexes, counts)
                    : new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
        }
    }
}
