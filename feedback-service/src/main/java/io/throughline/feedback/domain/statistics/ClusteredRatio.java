package io.throughline.feedback.domain.statistics;

import io.throughline.contracts.kpi.Interval;
import java.math.BigInteger;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of two sums over customers, of whom each can contribute several cases: R = Σy / Σm. Cases of one customer are
 * alike, so the interval rests on how customers differ, not cases: the variance of R by linearisation (Taylor series,
 * "ultimate clusters") is Σ(y − R m)² / (Σm)² (Cochran 1977, Sampling Techniques, section 6.3). All sums are integers, so
 * nothing cancels out when two large, nearly equal ones are subtracted.
 *
 * @param customers how many customers contribute at least one case
 * @param y sum of what is counted: cases of a kind, seconds, scores in units
 * @param m sum of the cases to divide by
 * @param yy sum over customers of y²
 * @param ym sum over customers of y m
 * @param mm sum over customers of m²
 */
public record ClusteredRatio(long customers, BigInteger y, BigInteger m, BigInteger yy, BigInteger ym, BigInteger mm) {

    private static final String SHARE = "wilson-by-customer";
    private static final String MEAN = "t-by-customer";
    private static final String BALANCE = "normal-by-customer";

    /**
     * What one customer contributes.
     *
     * @param y what is counted
     * @param m cases
     */
    public record Customer(long y, long m) {}

    /** The sums over these customers. */
    public static ClusteredRatio of(Collection<Customer> customers) {
        var zero = BigInteger.ZERO;
        var sums = new ClusteredRatio(0, zero, zero, zero, zero, zero);
        for (Customer customer : customers) {
            sums = sums.and(BigInteger.valueOf(customer.y()), BigInteger.valueOf(customer.m()));
        }
        return sums;
    }

    private ClusteredRatio and(BigInteger oneY, BigInteger oneM) {
        return new ClusteredRatio(
                customers + 1,
                y.add(oneY),
                m.add(oneM),
                yy.add(oneY.multiply(oneY)),
                ym.add(oneY.multiply(oneM)),
                mm.add(oneM.multiply(oneM)));
    }

    /** Whether there is a case to divide by. */
    public boolean hasCases() {
        return m.signum() > 0;
    }

    /** Σy / Σm; only where it {@link #hasCases}. */
    public double ratio() {
        return y.doubleValue() / m.doubleValue();
    }

    /** The variance of the ratio, without the correction for few customers. */
    double variance() {
        // Σ(y − R m)² = (yy M² − 2 ym Y M + mm Y²) / M²
        var squares = yy.multiply(m.pow(2))
                .subtract(ym.multiply(y).multiply(m).shiftLeft(1))
                .add(mm.multiply(y.pow(2)));
        double total = m.doubleValue();
        return Math.max(0, squares.doubleValue()) / total / total / total / total;
    }

    /**
     * As a share: Wilson's interval for the effective number of cases, which is that number of independent cases whose
     * share would vary as much (Korn and Graubard 1998; Dean and Pagano 2015). With one case a customer it is Wilson's own
     * interval. Where all cases agree, or there is one customer, nothing shows how customers differ: then each customer
     * counts as one case. Null without a case.
     */
    public @Nullable Interval shareInterval() {
        return hasCases() ? Wilson.of(ratio(), effectiveCases(), SHARE) : null;
    }

    /** How many independent cases would say as much. */
    double effectiveCases() {
        double share = ratio();
        double spread = share * (1 - share);
        if (customers <= 1 || spread <= 0) {
            return customers;
        }
        double variance = variance();
        double cases = m.doubleValue();
        return variance <= 0 ? cases : Math.min(cases, spread / variance);
    }

    /**
     * As a mean: Student's t with one degree of freedom less than there are customers. With one case a customer it is the
     * usual interval of a mean. Null with fewer than two customers.
     */
    public @Nullable Interval meanInterval() {
        if (!hasCases() || customers < 2) {
            return null;
        }
        double error = Math.sqrt(variance() * customers / (customers - 1));
        double reach = TDistribution.of(customers - 1).inverseCumulativeProbability(0.5 + Normal.LEVEL / 2) * error;
        return Interval.ofCustomers(Normal.LEVEL, ratio() - reach, ratio() + reach, MEAN);
    }

    /**
     * As a balance of cases for (1) and against (-1): normal, within -1..1. With one case a customer its variance is
     * (p + d - (p - d)²) / n, the usual one. Null with fewer than two customers.
     */
    public @Nullable Interval balanceInterval() {
        if (!hasCases() || customers < 2) {
            return null;
        }
        double reach = Normal.Z * Math.sqrt(variance());
        return Interval.ofCustomers(Normal.LEVEL, Math.max(-1, ratio() - reach), Math.min(1, ratio() + reach), BALANCE);
    }

    /** The interval in another unit, whose function grows. */
    public static @Nullable Interval inUnit(@Nullable Interval interval, DoubleUnaryOperator unit) {
        if (interval == null) {
            return null;
        }
        return Interval.ofCustomers(
                interval.level(), in(unit, interval.low()), in(unit, interval.high()), interval.method());
    }

    private static @Nullable Double in(DoubleUnaryOperator unit, @Nullable Double bound) {
        return bound == null ? null : (Double) unit.applyAsDouble(bound);
    }
}
