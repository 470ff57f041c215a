package io.throughline.contracts.kpi;

import org.jspecify.annotations.Nullable;

/**
 * A confidence interval.
 *
 * @param level 0..1, e.g. 0.95
 * @param low lower bound; null where unbounded
 * @param high upper bound; null where unbounded
 * @param method e.g. {@code wilson}, {@code katz}, {@code t}
 * @param independent what it takes as independent of each other: {@code cases}, which is a little too narrow where one
 *     customer brings several, or {@code customers}; null in records of older versions, which took cases
 */
public record Interval(
        double level, @Nullable Double low, @Nullable Double high, String method, @Nullable String independent) {

    /** Each contact, issue, resolution or switch. */
    public static final String CASES = "cases";
    /** Each customer with all their cases. */
    public static final String CUSTOMERS = "customers";

    /** One that takes cases as independent. */
    public static Interval ofCases(double level, @Nullable Double low, @Nullable Double high, String method) {
        return new Interval(level, low, high, method, CASES);
    }

    /** One that takes customers as independent. */
    public static Interval ofCustomers(double level, @Nullable Double low, @Nullable Double high, String method) {
        return new Interval(level, low, high, method, CUSTOMERS);
    }
}
