package io.throughline.feedback.domain.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * {@link Sums} while they are added up: in place, so that adding costs as much as what is added, whatever has been added
 * before.
 */
public final class RunningSums {

    private long numerator;
    private long denominator;
    private long[] more = {};
    private final SortedMap<Integer, Long> buckets = new TreeMap<>();

    /** @throws ArithmeticException where a sum leaves the range of a long, rather than a wrong number */
    public void add(Sums sums) {
        numerator = Math.addExact(numerator, sums.numerator());
        denominator = Math.addExact(denominator, sums.denominator());
        if (more.length < sums.more().size()) {
            more = Arrays.copyOf(more, sums.more().size());
        }
        for (int i = 0; i < sums.more().size(); i++) {
            more[i] = Math.addExact(more[i], sums.more(i));
        }
        for (int i = 0; i < sums.buckets().size(); i++) {
            buckets.merge(sums.buckets().index(i), sums.buckets().count(i), Math::addExact);
        }
    }

    /** What has been added so far. */
    public Sums sums() {
        List<Long> further = LongStream.of(more).boxed().toList();
        return new Sums(numerator, denominator, further, Buckets.of(buckets));
    }
}
