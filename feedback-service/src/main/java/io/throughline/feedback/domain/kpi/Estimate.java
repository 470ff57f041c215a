package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.kpi.Interval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI's sums say.
 *
 * @param value never NaN or infinite; null where the formula has no answer
 * @param numerator in the KPI's own unit
 * @param denominator how many cases
 * @param interval 95 % confidence; null where there is none
 * @param cases how many cases the value rests on; too few make it small
 */
public record Estimate(
        @Nullable Double value, BigDecimal numerator, long denominator, @Nullable Interval interval, long cases) {}
