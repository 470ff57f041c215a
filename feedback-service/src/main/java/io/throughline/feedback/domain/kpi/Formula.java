package io.throughline.feedback.domain.kpi;

import io.throughline.feedback.domain.statistics.ClusteredRatio;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI's value and interval come from its sums.
 *
 * @param decimals the numerator is counted in units of 10^-decimals
 * @param further how many further sums it reads, beside numerator and denominator
 * @param bucketed whether it reads buckets
 * @param estimate the estimate; null where there is no case to speak of, and so nothing to publish
 * @param ofCustomers the same value with an interval that takes customers as independent, where it is known what each
 *     customer adds to numerator and denominator; null where the formula is no ratio of the two, or has no interval
 */
public record Formula(
        int decimals,
        int further,
        boolean bucketed,
        Function<Sums, @Nullable Estimate> estimate,
        @Nullable Function<ClusteredRatio, @Nullable Estimate> ofCustomers) {

    /** One that takes cases as independent, whatever is known. */
    static Formula ofCases(int further, Function<Sums, @Nullable Estimate> estimate) {
        return new Formula(0, further, false, estimate, null);
    }

    public @Nullable Estimate of(Sums sums) {
        return estimate.apply(sums);
    }

    /** The numerator in the KPI's own unit, without trailing zeros and never in exponent form. */
    public BigDecimal numerator(Sums sums) {
        var plain = BigDecimal.valueOf(sums.numerator(), decimals).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
