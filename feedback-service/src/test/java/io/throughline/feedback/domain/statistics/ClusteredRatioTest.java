package io.throughline.feedback.domain.statistics;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.feedback.domain.statistics.ClusteredRatio.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredRatioTest {

    @Test
    void isWilsonsIntervalWhenEveryCustomerHasOneCase() {
        // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
        var interval = ProportionsTest.independent(81, 263).shareInterval();

        assertThat(interval.low()).isEqualTo(0.2553, within(0.00005));
        assertThat(interval.high()).isEqualTo(0.3662, within(0.00005));
    }

    @Test
    void isTheIntervalOfTheCustomersWhenAllCasesOfEachAreAlike() {
        // 10 customers with 7 like cases each say no more than 10 cases: the effective number is 10.
        var customers = new ArrayList<>(nCopies(4, new Customer(7, 7)));
        customers.addAll(nCopies(6, new Customer(0, 7)));

        var interval = ClusteredRatio.of(customers).shareInterval();
        var ofCustomers = ProportionsTest.independent(4, 10).shareInterval();

        assertThat(interval.low()).isEqualTo(ofCustomers.low(), within(1e-12));
        assertThat(interval.high()).isEqualTo(ofCustomers.high(), within(1e-12));
    }

    @Test
    void countsCustomersWhereAllCasesAgree() {
        // Wilson for 0 of 20 customers, although they have 200 cases.
        var interval = ClusteredRatio.of(nCopies(20, new Customer(0, 10))).shareInterval();

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(0.1611, within(0.00005));
    }

    @Test
    void takesOneCustomerForOneCase() {
        // Wilson for 1/2 of one case is 0.0546 to 0.9454: a hundred contacts of one person say no more.
        var interval = ClusteredRatio.of(List.of(new Customer(50, 100))).shareInterval();

        assertThat(interval.low()).isEqualTo(0.0546, within(0.0001));
        assertThat(interval.high()).isEqualTo(0.9454, within(0.0001));
    }

    @Test
    void isStudentsIntervalOfAMeanWhenEveryCustomerHasOneCase() {
        // 5, 4, 4, 3, 2: variance 1.3; the 0.975 quantile of t with 4 degrees of freedom is 2.776445.
        var scores = List.of(5, 4, 4, 3, 2).stream()
                .map(score -> new Customer(score, 1))
                .toList();

        var interval = ClusteredRatio.of(scores).meanInterval();

        assertThat(interval.low()).isEqualTo(3.6 - 2.776445 * Math.sqrt(1.3 / 5), within(1e-6));
        assertThat(interval.high()).isEqualTo(3.6 + 2.776445 * Math.sqrt(1.3 / 5), within(1e-6));
    }

    @Test
    void linearisesTheRatioByCustomer() {
        // y/m: 6/2, 2/1, 4/3; R = 2. Residuals 6-4, 2-2, 4-6: squares 8. Variance 8/36, with 3/2: 1/3. t(2) 4.302653.
        var ratio = ClusteredRatio.of(List.of(new Customer(6, 2), new Customer(2, 1), new Customer(4, 3)));

        assertThat(ratio.variance()).isEqualTo(8.0 / 36, within(1e-12));
        assertThat(ratio.meanInterval().high()).isEqualTo(2 + 4.302653 * Math.sqrt(1.0 / 3), within(1e-6));
    }

    @Test
    void losesNothingToCancellation() {
        // Billions that differ in the last digits only.
        var ratio = ClusteredRatio.of(List.of(
                new Customer(4_000_000_001L, 1), new Customer(4_000_000_002L, 1), new Customer(4_000_000_003L, 1)));

        assertThat(ratio.variance()).isEqualTo(2.0 / 9, within(1e-12));
    }

    @Test
    void alwaysHoldsTheRatio() {
        var random = new Random(1);
        for (int run = 0; run < 500; run++) {
            var customers = new ArrayList<Customer>();
            for (int i = 0; i <= random.nextInt(12); i++) {
                int cases = 1 + random.nextInt(6);
                customers.add(new Customer(random.nextInt(cases + 1), cases));
            }
            var ratio = ClusteredRatio.of(customers);

            var share = ratio.shareInterval();
            assertThat(ratio.ratio()).isBetween(share.low(), share.high());
            assertThat(share.low()).isGreaterThanOrEqualTo(0);
            assertThat(share.high()).isLessThanOrEqualTo(1);
            if (customers.size() > 1) {
                var mean = ratio.meanInterval();
                assertThat(ratio.ratio()).isBetween(mean.low(), mean.high());
            }
        }
    }

    @Test
    void saysNothingWithoutCases() {
        var nothing = ClusteredRatio.of(List.of());

        assertThat(nothing.shareInterval()).isNull();
        assertThat(nothing.meanInterval()).isNull();
    }
}
