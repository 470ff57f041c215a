package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.kpi.Interval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Relative risk over strata by Mantel and Haenszel, sum(a n0 / N) / sum(c n1 / N), with the interval of Greenland and
 * Robins (1985): a of n1 exposed and c of n0 others have the outcome, N = n1 + n0. A stratum in which one of the groups
 * is empty adds nothing to either sum, as there is nothing to compare.
 *
 * <p>Numerator and denominator hold a and n1 of all strata; the further sums a, n1, c, n0 of each.
 */
final class StratifiedRisk {

    static final int STRATA = 6;

    private static final int COUNTS = 4;

    /** Like {@link Formulas#RELATIVE_RISK}: no comparison, no estimate; no risk among the others, no value. */
    static final Formula FORMULA = Formula.ofCases(STRATA * COUNTS, StratifiedRisk::estimate);

    private StratifiedRisk() {}

    /** One case. */
    static Sums one(int stratum, boolean exposed, boolean outcome) {
        var further = new Long[STRATA * COUNTS];
        Arrays.fill(further, 0L);
        int group = stratum * COUNTS + (exposed ? 0 : 2);
        further[group] = outcome ? 1L : 0L;
        further[group + 1] = 1L;
        return Sums.of(exposed && outcome ? 1 : 0, exposed ? 1 : 0, further);
    }

    private static @Nullable Estimate estimate(Sums sums) {
        double exposedRisk = 0;
        double otherRisk = 0;
        double spread = 0;
        long exposedCases = 0;
        long otherCases = 0;
        for (int i = 0; i < sums.more().size(); i += COUNTS) {
            double a = sums.more(i);
            double n1 = sums.more(i + 1);
            double c = sums.more(i + 2);
            double n0 = sums.more(i + 3);
            if (n1 <= 0 || n0 <= 0) {
                continue;
            }
            double all = n1 + n0;
            exposedRisk += a * n0 / all;
            otherRisk += c * n1 / all;
            spread += ((a + c) * n1 * n0 - a * c * all) / (all * all);
            exposedCases += (long) n1;
            otherCases += (long) n0;
        }
        if (exposedCases == 0) {
            return null;
        }
        long cases = Math.min(exposedCases, otherCases);
        if (otherRisk == 0) {
            return new Estimate(null, null, cases);
        }
        return new Estimate(exposedRisk / otherRisk, interval(exposedRisk, otherRisk, spread), cases);
    }

    private static Interval interval(double exposedRisk, double otherRisk, double spread) {
        if (exposedRisk == 0) {
            return Interval.ofCases(Formulas.LEVEL, 0.0, null, "greenland-robins");
        }
        double ratio = exposedRisk / otherRisk;
        double error = Formulas.Z * Math.sqrt(spread / (exposedRisk * otherRisk));
        return Interval.ofCases(Formulas.LEVEL, ratio * Math.exp(-error), ratio * Math.exp(error), "greenland-robins");
    }
}
