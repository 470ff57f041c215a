package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StratifiedRiskTest {

    /** The University Group Diabetes Program by age, as in Rothman's textbooks: a pooled risk ratio of 1.33. */
    private static final Sums DIABETES = stratum(0, 8, 106, 5, 120).plus(stratum(1, 22, 98, 16, 85));

    @Test
    void poolsStrataByMantelAndHaenszel() {
        var estimate = StratifiedRisk.FORMULA.of(DIABETES);

        double exposed = 8 * 120 / 226.0 + 22 * 85 / 183.0;
        double others = 5 * 106 / 226.0 + 16 * 98 / 183.0;
        double spread = (13.0 * 106 * 120 - 8 * 5 * 226) / (226 * 226) + (38.0 * 98 * 85 - 22 * 16 * 183) / (183 * 183);
        double error = 1.959963985 * Math.sqrt(spread / (exposed * others));
        assertThat(estimate.value()).isEqualTo(1.33, within(0.005)).isEqualTo(exposed / others, within(1e-12));
        assertThat(estimate.interval().low()).isEqualTo(exposed / others * Math.exp(-error), within(1e-6));
        assertThat(estimate.interval().high()).isEqualTo(exposed / others * Math.exp(error), within(1e-6));
        assertThat(estimate.cases()).isEqualTo(204);
    }

    @Test
    void equalsTheCrudeRatioInOneStratum() {
        assertThat(StratifiedRisk.FORMULA.of(stratum(3, 10, 75, 12, 225)).value())
                .isEqualTo(2.5, within(1e-12));
    }

    @Test
    void leavesStrataOutInWhichThereIsNothingToCompare() {
        var sums = DIABETES.plus(stratum(4, 7, 9, 0, 0)).plus(stratum(5, 0, 0, 3, 4));

        assertThat(StratifiedRisk.FORMULA.of(sums)).isEqualTo(StratifiedRisk.FORMULA.of(DIABETES));
    }

    @Test
    void answersNothingForNothing() {
        assertThat(StratifiedRisk.FORMULA.of(Sums.ZERO)).isNull();
        assertThat(StratifiedRisk.FORMULA.of(stratum(4, 7, 9, 0, 0))).isNull();
        assertThat(StratifiedRisk.FORMULA.of(stratum(1, 7, 9, 0, 9)).value()).isNull();
        assertThat(StratifiedRisk.FORMULA.of(stratum(1, 0, 9, 2, 9)).value()).isZero();
    }

    private static Sums stratum(int stratum, int a, int n1, int c, int n0) {
        Sums sums = Sums.ZERO;
        for (int i = 0; i < n1; i++) {
            sums = sums.plus(StratifiedRisk.one(stratum, true, i < a));
        }
        for (int i = 0; i < n0; i++) {
            sums = sums.plus(StratifiedRisk.one(stratum, false, i < c));
        }
        return sums;
    }
}
