package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.kpi.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI's sums say.
 *
 * @param value never NaN or infinite; null where the formula has no answer
 * @param interval 95 % confidence; null where there is none
 * @param cases how many cases the value rests on; too few make it small
 */
public record Estimate(@Nullable Double value, @Nullable Interval interval, long cases) {}
