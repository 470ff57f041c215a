package io.throughline.feedback.domain.statistics;

import io.throughline.contracts.kpi.Interval;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A sum of ratios with signs, such as after − before, or the difference in differences (treated after − treated before) −
 * (control after − control before). A customer can be in several groups: the error is that of the sum of each customer's
 * influence, so such customers are not counted as two (cluster-robust; Liang and Zeger 1986). For the difference in
 * differences to be an effect, both groups must have gone on alike without the change (parallel trends): no formula shows
 * that.
 */
public final class Contrast {

    /** after − before. */
    public static final List<Integer> BEFORE_AFTER = List.of(-1, 1);
    /** (treated after − treated before) − (control after − control before). */
    public static final List<Integer> DIFFERENCE_IN_DIFFERENCES = List.of(-1, 1, 1, -1);

    private Contrast() {}

    /**
     * What one customer contributes to each group, in the order of the signs.
     *
     * @param y what is counted
     * @param m cases; 0 where the customer is not in the group
     */
    public record Customer(List<Long> y, List<Long> m) {}

    /**
     * The sum of the groups' ratios with their signs, with Student's t over customers.
     *
     * @param signs of the groups' ratios
     * @param unit of what is counted, such as 0.0001
     * @return null where a group has no case; without interval and p where a group has fewer than two customers
     */
    public static @Nullable Effect of(List<Integer> signs, Collection<Customer> customers, double unit) {
        int groups = signs.size();
        var y = new double[groups];
        var m = new double[groups];
        var members = new int[groups];
        for (Customer customer : customers) {
            for (int g = 0; g < groups; g++) {
                y[g] += customer.y().get(g);
                m[g] += customer.m().get(g);
                members[g] += customer.m().get(g) > 0 ? 1 : 0;
            }
        }
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            if (m[g] <= 0) {
                return null;
            }
            sum += signs.get(g) * y[g] / m[g];
        }
        // A group of one lies on its own mean: as if it were sure, it would add nothing to the error.
        if (IntStream.of(members).anyMatch(count -> count < 2)) {
            return new Effect(sum * unit, null, null);
        }
        long count = customers.size();
        double squares = 0;
        for (Customer customer : customers) {
            double influence = 0;
            for (int g = 0; g < groups; g++) {
                double residual =
                        customer.y().get(g) - y[g] / m[g] * customer.m().get(g);
                influence += signs.get(g) * residual / m[g];
            }
            squares += influence * influence;
        }
        return tested(sum * unit, Math.sqrt(squares * count / (count - 1)) * unit, count - 1);
    }

    static Effect tested(double difference, double error, double degreesOfFreedom) {
        var t = TDistribution.of(degreesOfFreedom);
        double reach = t.inverseCumulativeProbability(0.5 + Normal.LEVEL / 2) * error;
        var interval = Interval.ofCustomers(Normal.LEVEL, difference - reach, difference + reach, "t-by-customer");
        Double p = error > 0 ? 2 * t.survivalProbability(Math.abs(difference / error)) : null;
        return new Effect(difference, interval, p);
    }
}
