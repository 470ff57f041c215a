package io.throughline.feedback.report;

import io.throughline.feedback.domain.kpi.Sums;

/**
 * The four counts from which a relative risk is made.
 *
 * @param forcedDissatisfied rated issues with a forced switch whose last score is 2 or less of 5
 * @param forced rated issues with a forced switch
 * @param otherDissatisfied the same of all other rated issues
 * @param other all other rated issues
 */
public record RiskCounts(long forcedDissatisfied, long forced, long otherDissatisfied, long other) {

    static RiskCounts of(Sums sums) {
        return new RiskCounts(sums.numerator(), sums.denominator(), sums.more(0), sums.more(1));
    }
}
