package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

    private static final Sums ONE_TO_THOUSAND =
            LongStream.rangeClosed(1, 1000).mapToObj(Quantiles::one).reduce(Sums.ZERO, Sums::plus);

    /** Ranks of the interval: n q -+ 1.96 sqrt(n q (1 - q)), rounded outwards. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.5, 500, 469, 532", "0.9, 900, 881, 920", "0.95, 950, 936, 965"})
    void areAtMostOnePerCentOff(double share, double value, double low, double high) {
        var estimate = Quantiles.formula(share).of(ONE_TO_THOUSAND);

        assertThat(estimate.value()).isCloseTo(value, withinPercentage(1));
        assertThat(estimate.interval().low()).isCloseTo(low, withinPercentage(1.1));
        assertThat(estimate.interval().high()).isCloseTo(high, withinPercentage(1.1));
    }

    @Test
    void comeBackExactlyWhenCasesAreTakenAway() {
        var more =
                LongStream.of(0, 1, 86_400, 7_000_000).mapToObj(Quantiles::one).reduce(Sums.ZERO, Sums::plus);

        assertThat(ONE_TO_THOUSAND.plus(more).minus(more)).isEqualTo(ONE_TO_THOUSAND);
        assertThat(more.minus(more)).isEqualTo(Sums.ZERO);
    }

    @Test
    void haveNoBoundWhereThereAreTooFewCases() {
        var estimate = Quantiles.formula(0.9).of(Quantiles.one(60).plus(Quantiles.one(120)));

        assertThat(estimate.value()).isCloseTo(120, withinPercentage(1));
        assertThat(estimate.interval().high()).isNull();
        assertThat(Quantiles.formula(0.5).of(Sums.ZERO)).isNull();
    }
}
