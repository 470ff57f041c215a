package io.throughline.feedback.domain.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares two groups after a change, with what each customer did before taken out: Y' = Y − θ (X − mean X), θ = cov(Y, X) /
 * var(X) within groups. Over both groups it would also take out what sets them apart, the effect among it, where nobody
 * drew lots who is in which. The variance falls by the square of the correlation (Deng, Xu, Kohavi and Walker 2013). Only
 * customers seen before and after are in it.
 */
public final class Cuped {

    private Cuped() {}

    /**
     * One customer.
     *
     * @param before mean before the change (X)
     * @param after mean after it (Y)
     */
    public record Customer(double before, double after) {}

    /**
     * Treated minus control, adjusted.
     *
     * @param theta how much of what was before is taken out; 0 where all customers of each group were alike before
     * @param varianceRemaining variance of the adjusted values as a share of the unadjusted, within groups; null where
     *     nothing varies
     */
    public record Comparison(Effect effect, double theta, @Nullable Double varianceRemaining) {}

    /** Welch's interval and test on the adjusted values. Null where a group has fewer than two customers. */
    public static @Nullable Comparison compare(List<Customer> treated, List<Customer> control) {
        if (treated.size() < 2 || control.size() < 2) {
            return null;
        }
        var all = new ArrayList<>(treated);
        all.addAll(control);
        double mean = mean(all, Customer::before);
        double theta = theta(treated, control);
        var one = Sample.of(treated, theta, mean);
        var other = Sample.of(control, theta, mean);
        double unadjusted = Sample.of(treated, 0, mean).error()
                + Sample.of(control, 0, mean).error();
        double error = one.error() + other.error();
        double degreesOfFreedom = error > 0 ? welch(one, other) : one.size() + other.size() - 2.0;
        var effect = Contrast.tested(one.mean() - other.mean(), Math.sqrt(error), degreesOfFreedom);
        return new Comparison(effect, theta, unadjusted > 0 ? error / unadjusted : null);
    }

    /** cov(Y, X) / var(X), each around the means of its group. */
    private static double theta(List<Customer> treated, List<Customer> control) {
        double covariance = 0;
        double variance = 0;
        for (var group : List.of(treated, control)) {
            double meanBefore = mean(group, Customer::before);
            double meanAfter = mean(group, Customer::after);
            for (Customer customer : group) {
                double x = customer.before() - meanBefore;
                covariance += x * (customer.after() - meanAfter);
                variance += x * x;
            }
        }
        return variance > 0 ? covariance / variance : 0;
    }

    private static double mean(List<Customer> customers, ToDoubleFunction<Customer> of) {
        return customers.stream().mapToDouble(of).average().orElseThrow();
    }

    private static double welch(Sample one, Sample other) {
        double sum = one.error() + other.error();
        return sum
                * sum
                / (one.error() * one.error() / (one.size() - 1) + other.error() * other.error() / (other.size() - 1));
    }

    /** @param error squared standard error of the mean */
    private record Sample(int size, double mean, double error) {

        static Sample of(List<Customer> customers, double theta, double meanBefore) {
            double[] values = customers.stream()
                    .mapToDouble(customer -> customer.after() - theta * (customer.before() - meanBefore))
                    .toArray();
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Sample(values.length, mean, squares / (values.length - 1) / values.length);
        }
    }
}
