package io.throughline.feedback.domain.statistics;

import static java.util.Objects.requireNonNull;

import io.throughline.contracts.kpi.Interval;
import org.jspecify.annotations.Nullable;

/** Two proportions compared. */
public final class Proportions {

    private Proportions() {}

    /**
     * The pooled z test of two proportions that are the same under the hypothesis.
     *
     * @param z of the first minus the second
     * @param oneSided how probable it is to be at least as far out on the same side
     * @param twoSided on either side
     */
    public record ZTest(double z, double oneSided, double twoSided) {}

    /**
     * Pooled two-proportion z test, k1 of n1 against k2 of n2. Null where a group is empty or all cases agree: nothing
     * varies then.
     */
    public static @Nullable ZTest zTest(long k1, long n1, long k2, long n2) {
        if (n1 <= 0 || n2 <= 0) {
            return null;
        }
        double pooled = (double) (k1 + k2) / (n1 + n2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2));
        if (!(error > 0)) {
            return null;
        }
        double z = ((double) k1 / n1 - (double) k2 / n2) / error;
        return new ZTest(z, Normal.oneSided(z), Normal.twoSided(z));
    }

    /**
     * The interval of the difference of two independent proportions from the interval of each: Newcombe's method 10
     * (Newcombe 1998, Statistics in Medicine 17:873). From intervals by customer it is one by customer, too (Zou and Donner
     * 2008). Null where a group is empty.
     */
    public static @Nullable Effect difference(ClusteredRatio first, ClusteredRatio second) {
        if (!first.hasCases() || !second.hasCases()) {
            return null;
        }
        double p1 = first.ratio();
        double p2 = second.ratio();
        Interval one = requireNonNull(first.shareInterval());
        Interval two = requireNonNull(second.shareInterval());
        double difference = p1 - p2;
        double below = Math.hypot(p1 - requireNonNull(one.low()), requireNonNull(two.high()) - p2);
        double above = Math.hypot(requireNonNull(one.high()) - p1, p2 - requireNonNull(two.low()));
        var interval = Interval.ofCustomers(Normal.LEVEL, difference - below, difference + above, "newcombe");
        var test = clusteredTest(first, second);
        return new Effect(difference, interval, test);
    }

    /** The pooled test with each group's number of cases lowered to its effective one. */
    private static @Nullable Double clusteredTest(ClusteredRatio first, ClusteredRatio second) {
        double n1 = first.effectiveCases();
        double n2 = second.effectiveCases();
        double pooled = (first.ratio() * n1 + second.ratio() * n2) / (n1 + n2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        return error > 0 ? Normal.twoSided((first.ratio() - second.ratio()) / error) : null;
    }
}
