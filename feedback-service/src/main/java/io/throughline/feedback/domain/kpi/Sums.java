package io.throughline.feedback.domain.kpi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The exact sums from which a KPI's {@link Formula} makes its value. They can be added and taken away in any order and
 * grouping and stay exact, which is why they are integers: a score or a duration is scaled by its formula.
 *
 * @param numerator e.g. resolved first contacts, or the sum of scores
 * @param denominator how many cases there are to divide by
 * @param more what else the formula needs, e.g. the sum of squares; trailing zeros are dropped, so equal sums are equal
 * @param buckets the histogram of a quantile; empty for all other formulas
 */
public record Sums(long numerator, long denominator, List<Long> more, Buckets buckets) {

    public static final Sums ZERO = new Sums(0, 0, List.of(), Buckets.NONE);

    private static final int HALF = 32;
    private static final long LOWEST_BITS = (1L << HALF) - 1;

    public Sums {
        int length = more.size();
        while (length > 0 && more.get(length - 1) == 0) {
            length--;
        }
        more = List.copyOf(length == more.size() ? more : more.subList(0, length));
    }

    /** Sums of a formula without buckets. */
    public Sums(long numerator, long denominator, List<Long> more) {
        this(numerator, denominator, more, Buckets.NONE);
    }

    static Sums of(long numerator, long denominator, Long... more) {
        return new Sums(numerator, denominator, List.of(more));
    }

    /** One case that is in the denominator, and in the numerator if so. */
    static Sums share(boolean counted) {
        return of(counted ? 1 : 0, 1);
    }

    /**
     * One measured value, with its square: for {@link Formulas#mean}. The square is carried in two sums, of its lowest
     * 32 bits and of the rest, as the squares of a few thousand long durations in seconds do not fit into one.
     */
    static Sums measured(long value) {
        long square = Math.multiplyExact(value, value);
        return of(value, 1, square & LOWEST_BITS, square >> HALF);
    }

    /** The sum of squares of what was {@link #measured}. */
    BigInteger squares() {
        return BigInteger.valueOf(more(1)).shiftLeft(HALF).add(BigInteger.valueOf(more(0)));
    }

    /** @throws ArithmeticException where a sum leaves the range of a long, rather than a wrong number */
    public Sums plus(Sums other) {
        return combine(other, 1);
    }

    /** What must be added to the other to get this. */
    public Sums minus(Sums other) {
        return combine(other, -1);
    }

    public boolean isZero() {
        return numerator == 0 && denominator == 0 && more.isEmpty() && buckets.isEmpty();
    }

    /** The further sum of this index; 0 where there is none. */
    public long more(int index) {
        return index < more.size() ? more.get(index) : 0;
    }

    private Sums combine(Sums other, int sign) {
        return new Sums(
                Math.addExact(numerator, sign * other.numerator),
                Math.addExact(denominator, sign * other.denominator),
                other.more.isEmpty() ? more : combinedMore(other, sign),
                other.buckets.isEmpty() ? buckets : buckets.plus(other.buckets, sign));
    }

    private List<Long> combinedMore(Sums other, int sign) {
        int length = Math.max(more.size(), other.more.size());
        var combined = new ArrayList<Long>(length);
        for (int i = 0; i < length; i++) {
            combined.add(Math.addExact(more(i), sign * other.more(i)));
        }
        return combined;
    }
}
