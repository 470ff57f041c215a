package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.kpi.Interval;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.NormalConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** The formulas that several KPIs share. None divides by zero: each says what it answers instead. */
final class Formulas {

    static final double LEVEL = 0.95;
    private static final double ALPHA = 0.05;
    /** 0.975 quantile of the standard normal distribution, 1.95996… */
    static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - ALPHA / 2);

    /** How many there are; the denominator repeats the numerator. No interval: it is a census, not a sample. */
    static final Formula COUNT = Formula.ofCases(0, Formulas::count);

    /** numerator / denominator with Wilson's score interval (Wilson 1927; Newcombe 1998, method 3). */
    static final Formula PROPORTION =
            new Formula(0, 0, false, Formulas::proportion, ofCustomers(share -> share, ClusteredRatio::shareInterval));

    /**
     * Relative risk (a / n1) / (c / n0) with Katz' log interval (Katz 1978), where numerator and denominator are a of n1
     * exposed cases and the further sums are c of n0 others. Zero cells are treated as scipy's {@code relative_risk}
     * does, with null for what is infinite or undefined there: a = 0 gives 0 with an interval (0, null); c = 0 gives
     * null without an interval. Where one of the groups is empty there is nothing to compare, and so no estimate.
     */
    static final Formula RELATIVE_RISK = Formula.ofCases(2, Formulas::relativeRisk);

    /**
     * The share of those for minus the share of those against, times 100, where the numerator is for minus against and the
     * further sum both together: -100 to 100. The interval is normal, with variance 100^2 (p + d - (p - d)^2) / n for
     * shares p and d of the numbers for and against.
     */
    static final Formula BALANCE = new Formula(
            0, 1, false, Formulas::balance, ofCustomers(balance -> 100 * balance, ClusteredRatio::balanceInterval));

    private Formulas() {}

    /** One case of {@link #BALANCE}; neither for nor against where both are false. */
    static Sums balance(boolean isFor, boolean isAgainst) {
        return Sums.of((isFor ? 1 : 0) - (isAgainst ? 1 : 0), 1, isFor || isAgainst ? 1L : 0L);
    }

    /**
     * The mean of values given in units of 10^-decimals, with Student's t interval; the further sums are those of their
     * squares ({@link Sums#measured}). One value alone has no interval; values that are all equal have one of width 0.
     */
    static Formula mean(int decimals) {
        double unit = Math.pow(10, decimals);
        return new Formula(
                decimals,
                2,
                false,
                sums -> mean(sums, unit),
                ofCustomers(mean -> mean / unit, ClusteredRatio::meanInterval));
    }

    private static Function<ClusteredRatio, @Nullable Estimate> ofCustomers(
            DoubleUnaryOperator inUnit, Function<ClusteredRatio, @Nullable Interval> interval) {
        return customers -> customers.hasCases()
                ? new Estimate(
                        inUnit.applyAsDouble(customers.ratio()),
                        ClusteredRatio.inUnit(interval.apply(customers), inUnit),
                        customers.m().longValueExact())
                : null;
    }

    private static @Nullable Estimate count(Sums sums) {
        return sums.numerator() <= 0 ? null : new Estimate((double) sums.numerator(), null, sums.denominator());
    }

    private static @Nullable Estimate proportion(Sums sums) {
        long n = sums.denominator();
        if (n <= 0) {
            return null;
        }
        return new Estimate((double) sums.numerator() / n, wilson(sums.numerator(), n), n);
    }

    private static @Nullable Estimate mean(Sums sums, double unit) {
        long n = sums.denominator();
        if (n <= 0) {
            return null;
        }
        double mean = (double) sums.numerator() / n / unit;
        return new Estimate(mean, t(sums, mean, unit), n);
    }

    private static @Nullable Estimate balance(Sums sums) {
        long n = sums.denominator();
        if (n <= 0) {
            return null;
        }
        double balance = (double) sums.numerator() / n;
        double error = Z * Math.sqrt(Math.max(0, (double) sums.more(0) / n - balance * balance) / n);
        var interval = Interval.ofCases(
                LEVEL, 100 * Math.max(-1, balance - error), 100 * Math.min(1, balance + error), "normal");
        return new Estimate(100 * balance, interval, n);
    }

    private static @Nullable Estimate relativeRisk(Sums sums) {
        long a = sums.numerator();
        long n1 = sums.denominator();
        long c = sums.more(0);
        long n0 = sums.more(1);
        if (n1 <= 0 || n0 <= 0) {
            return null;
        }
        long cases = Math.min(n1, n0);
        if (c == 0) {
            return new Estimate(null, null, cases);
        }
        double ratio = ((double) a / n1) / ((double) c / n0);
        return new Estimate(ratio, katz(ratio, a, n1, c, n0), cases);
    }

    private static Interval katz(double ratio, long a, long n1, long c, long n0) {
        if (a == 0) {
            return Interval.ofCases(LEVEL, 0.0, null, "katz");
        }
        double error = Math.sqrt(1.0 / a - 1.0 / n1 + 1.0 / c - 1.0 / n0);
        return Interval.ofCases(LEVEL, ratio * Math.exp(-Z * error), ratio * Math.exp(Z * error), "katz");
    }

    private static @Nullable Interval wilson(long numerator, long n) {
        if (n > Integer.MAX_VALUE) {
            // The library counts in ints; the interval of so many cases is narrower than anybody reads.
            return null;
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) n, (int) numerator, ALPHA);
        // Rounding must not leave a share of exactly 0 or 1 outside of its interval.
        double share = (double) numerator / n;
        return Interval.ofCases(
                LEVEL, Math.min(share, interval.getLowerBound()), Math.max(share, interval.getUpperBound()), "wilson");
    }

    private static @Nullable Interval t(Sums sums, double mean, double unit) {
        long n = sums.denominator();
        if (n < 2) {
            return null;
        }
        // n * sum(x^2) - sum(x)^2 in integers: with doubles two large, nearly equal numbers would cancel out.
        var spread = BigInteger.valueOf(n)
                .multiply(sums.squares())
                .subtract(BigInteger.valueOf(sums.numerator()).pow(2));
        double variance = spread.doubleValue() / n / (n - 1) / unit / unit;
        if (variance == 0) {
            return Interval.ofCases(LEVEL, mean, mean, "t");
        }
        var interval = NormalConfidenceInterval.MEAN.fromErrorRate(mean, variance, n, ALPHA);
        return Interval.ofCases(LEVEL, interval.getLowerBound(), interval.getUpperBound(), "t");
    }
}
