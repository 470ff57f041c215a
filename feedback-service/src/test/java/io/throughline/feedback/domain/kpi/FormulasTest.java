package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.contracts.kpi.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {

    private static final Formula SCORES = Formulas.mean(4);

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        // SQM's example of first-call resolution.
        "280, 400, 0.6534, 0.7428",
        // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718",
    })
    void givesProportionsWilsonsInterval(long numerator, long denominator, double low, double high) {
        var estimate = Formulas.PROPORTION.of(Sums.of(numerator, denominator));

        assertThat(estimate.value()).isEqualTo((double) numerator / denominator);
        assertThat(estimate.interval().method()).isEqualTo("wilson");
        assertThat(estimate.interval().level()).isEqualTo(0.95);
        assertThat(estimate.interval().low()).isEqualTo(low, within(0.00005));
        assertThat(estimate.interval().high()).isEqualTo(high, within(0.00005));
    }

    @Test
    void givesEveryProportionAnIntervalThatHoldsIt() {
        for (long n = 1; n <= 300; n++) {
            for (long k : new long[] {0, 1, n / 2, n - 1, n}) {
                var estimate = Formulas.PROPORTION.of(Sums.of(k, n));

                assertThat(estimate.value())
                        .as("%d of %d", k, n)
                        .isBetween(
                                estimate.interval().low(), estimate.interval().high());
            }
        }
    }

    @Test
    void givesNoProportionOfNothing() {
        assertThat(Formulas.PROPORTION.of(Sums.ZERO)).isNull();
    }

    @Test
    void givesMeansStudentsInterval() {
        var estimate = SCORES.of(scores(5, 4, 4, 3, 2));

        // Variance 1.3; the 0.975 quantile of t with 4 degrees of freedom is 2.776445.
        assertThat(estimate.value()).isEqualTo(3.6);
        assertThat(estimate.interval().method()).isEqualTo("t");
        assertThat(estimate.interval().low()).isEqualTo(3.6 - 2.776445 * Math.sqrt(1.3 / 5), within(1e-6));
        assertThat(estimate.interval().high()).isEqualTo(3.6 + 2.776445 * Math.sqrt(1.3 / 5), within(1e-6));
    }

    @Test
    void keepsTheDecimalsOfAMeansNumerator() {
        assertThat(SCORES.numerator(Sums.of(41_111, 1))).hasToString("4.1111");
        assertThat(SCORES.numerator(Sums.of(200_000, 5))).hasToString("20");
        assertThat(SCORES.numerator(Sums.ZERO)).hasToString("0");
    }

    @Test
    void givesTheMeanOfOneValueNoInterval() {
        var estimate = SCORES.of(scores(4));

        assertThat(estimate.value()).isEqualTo(4);
        assertThat(estimate.interval()).isNull();
    }

    @Test
    void givesTheMeanOfEqualValuesAnIntervalWithoutWidth() {
        assertThat(SCORES.of(scores(4, 4)).interval()).isEqualTo(Interval.ofCases(0.95, 4.0, 4.0, "t"));
    }

    /** Squares of 400 days (34,560,000 s) burst one sum of eight bytes after 7,722 of them, and stopped the stream. */
    @Test
    void givesTenThousandIssuesOfFourHundredDaysTheirInterval() {
        var seconds = Formulas.mean(0);
        var running = new RunningSums();
        for (int i = 0; i < 5_000; i++) {
            running.add(Sums.measured(34_560_000));
            running.add(Sums.measured(34_560_002));
        }
        var sums = running.sums();

        // Each is 1 s off the mean, so the variance is 10,000 / 9,999; the 0.975 quantile of t with 9,999 degrees is
        // 1.960201.
        double reach = 1.960201 * Math.sqrt(1.0 / 9_999);
        assertThat(seconds.of(sums).value()).isEqualTo(34_560_001);
        assertThat(seconds.of(sums).interval().low()).isEqualTo(34_560_001 - reach, within(1e-6));
        assertThat(seconds.of(sums).interval().high()).isEqualTo(34_560_001 + reach, within(1e-6));
        assertThat(sums.plus(sums).minus(sums)).isEqualTo(sums);
    }

    @Test
    void carriesASquareInTwoSums() {
        // 278,091 · 2³² + 1,849,688,064: sums of the lower part have room for 2³¹ cases, of the upper for 10¹³ of
        // these.
        assertThat(Sums.measured(34_560_000).more()).containsExactly(1_849_688_064L, 278_091L);
        assertThat(Sums.measured(34_560_000).squares()).isEqualTo(1_194_393_600_000_000L);
        assertThat(Sums.measured(65_535).more()).containsExactly(4_294_836_225L);
        assertThat(Sums.measured(65_536).more()).containsExactly(0L, 1L);
    }

    @Test
    void givesNoMeanOfNothing() {
        assertThat(SCORES.of(Sums.ZERO)).isNull();
    }

    @Test
    void givesRelativeRiskKatzsInterval() {
        var estimate = Formulas.RELATIVE_RISK.of(risk(10, 75, 12, 225));

        // The example of scipy.stats.contingency.relative_risk.
        assertThat(estimate.value()).isEqualTo(2.5, within(1e-12));
        assertThat(estimate.interval().method()).isEqualTo("katz");
        assertThat(estimate.interval().low()).isEqualTo(1.1261564003469628, within(1e-9));
        assertThat(estimate.interval().high()).isEqualTo(5.549850800541033, within(1e-9));
        assertThat(estimate.cases()).as("of the smaller group").isEqualTo(75);
    }

    @Test
    void givesNoRiskAmongTheExposedAnIntervalWithoutUpperBound() {
        var estimate = Formulas.RELATIVE_RISK.of(risk(0, 75, 12, 225));

        assertThat(estimate.value()).isZero();
        assertThat(estimate.interval()).isEqualTo(Interval.ofCases(0.95, 0.0, null, "katz"));
    }

    @ParameterizedTest
    @CsvSource({"10", "0"})
    void givesNoRiskAmongTheOthersNoValue(long exposed) {
        var estimate = Formulas.RELATIVE_RISK.of(risk(exposed, 75, 0, 225));

        assertThat(estimate.value()).isNull();
        assertThat(estimate.interval()).isNull();
    }

    @Test
    void comparesOnlyTwoGroups() {
        assertThat(Formulas.RELATIVE_RISK.of(risk(0, 0, 12, 225))).isNull();
        assertThat(Formulas.RELATIVE_RISK.of(risk(10, 75, 0, 0))).isNull();
    }

    @Test
    void givesACountNoInterval() {
        var estimate = Formulas.COUNT.of(Sums.of(7, 7));

        assertThat(estimate.value()).isEqualTo(7);
        assertThat(estimate.interval()).isNull();
        assertThat(Formulas.COUNT.of(Sums.ZERO)).isNull();
    }

    private static Sums risk(long a, long n1, long c, long n0) {
        return Sums.of(a, n1, c, n0);
    }

    private static Sums scores(int... scores) {
        var sums = Sums.ZERO;
        for (int score : scores) {
            long units = score * 10_000L;
            sums = sums.plus(new Sums(units, 1, List.of(units * units)));
        }
        return sums;
    }
}
