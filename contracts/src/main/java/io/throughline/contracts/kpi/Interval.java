package io.throughline.contracts.kpi;

import org.jspecify.annotations.Nullable;

/**
 * A confidence interval.
 *
 * @param level 0..1, e.g. 0.95
 * @param low lower bound; null where unbounded
 * @param high upper bound; null where unbounded
 * @param method e.g. {@code wilson}, {@code katz}, {@code t}
 */
public record Interval(double level, @Nullable Double low, @Nullable Double high, String method) {}
