package io.throughline.feedback.domain.kpi;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import io.throughline.contracts.kpi.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of durations, from a histogram whose buckets grow geometrically: a quantile is at most 1 % off whatever the
 * durations are (Masson, Rim and Lee 2019, DDSketch). Buckets are counts, so histograms can be added and taken away
 * exactly; only the bucket's width is inexact, and the same cases always give the same quantile.
 */
final class Quantiles {

    private static final IndexMapping BUCKETS = new LogarithmicMapping(0.01);

    private Quantiles() {}

    /** One duration in seconds; below one second it counts as one. */
    static Sums one(long seconds) {
        return new Sums(seconds, 1, List.of(), Buckets.of(BUCKETS.index(Math.max(1, seconds)), 1));
    }

    /**
     * The duration, in seconds, below which a share of the cases lies. Its interval are the order statistics whose ranks
     * bound the share of a binomial sample (Conover 1999, section 3.2, in the normal approximation); null on the side on
     * which there are too few cases.
     *
     * @param share above 0, below 1
     */
    static Formula formula(double share) {
        return new Formula(0, 0, true, sums -> estimate(sums, share), null);
    }

    private static @Nullable Estimate estimate(Sums sums, double share) {
        long n = sums.denominator();
        if (n <= 0) {
            return null;
        }
        double error = Formulas.Z * Math.sqrt(n * share * (1 - share));
        var interval = Interval.ofCases(
                Formulas.LEVEL,
                ranked(sums.buckets(), (long) Math.floor(n * share - error)),
                ranked(sums.buckets(), (long) Math.ceil(n * share + error) + 1),
                "order-statistics");
        // The lower of the two middle cases where there are two: a value that occurred, not one between.
        return new Estimate(ranked(sums.buckets(), (long) Math.ceil(n * share)), interval, n);
    }

    /** The case of a rank, 1 the smallest; null where there is none. */
    private static @Nullable Double ranked(Buckets buckets, long rank) {
        if (rank < 1) {
            return null;
        }
        long seen = 0;
        for (int place = 0; place < buckets.size(); place++) {
            seen += buckets.count(place);
            if (seen >= rank) {
                return BUCKETS.value(buckets.index(place));
            }
        }
        return null;
    }
}
