package io.throughline.feedback.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.feedback.domain.statistics.Contrast.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContrastTest {

    @Test
    void comparesTheSameCustomersBeforeAndAfterLikePairs() {
        // Each customer once before, once after: the paired t test of 1, 2, 3, 2 has mean 2, error sqrt(2/3/4), t(3)
        // 3.182446.
        var customers = List.of(pair(10, 11), pair(20, 22), pair(5, 8), pair(7, 9));

        var effect = Contrast.of(Contrast.BEFORE_AFTER, customers, 1);

        assertThat(effect.difference()).isEqualTo(2);
        assertThat(effect.interval().low()).isEqualTo(2 - 3.182446 * Math.sqrt(2.0 / 3 / 4), within(1e-6));
        assertThat(effect.p()).isEqualTo(0.0163, within(0.00005));
    }

    @Test
    void takesTheControlGroupsTrendAway() {
        // Treated 1 -> 5, control 2 -> 3 on average: (5 - 1) - (3 - 2) = 3.
        var customers = List.of(
                new Customer(List.of(2L, 10L, 0L, 0L), List.of(2L, 2L, 0L, 0L)),
                new Customer(List.of(0L, 0L, 2L, 6L), List.of(0L, 0L, 1L, 2L)));

        var effect = Contrast.of(Contrast.DIFFERENCE_IN_DIFFERENCES, customers, 1);

        assertThat(effect.difference()).isEqualTo(3);
    }

    @Test
    void findsAPlantedDifferenceInDifferencesWithItsOwnCoverage() {
        var random = new Random(7);
        int held = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            var customers = new ArrayList<Customer>();
            for (int i = 0; i < 120; i++) {
                boolean treated = i % 2 == 0;
                // What a customer is like stays the same; all gain 1, the treated 2 more.
                double own = random.nextGaussian() * 3;
                long before = Math.round((5 + own + random.nextGaussian()) * 1000);
                long after = Math.round((6 + own + (treated ? 2 : 0) + random.nextGaussian()) * 1000);
                customers.add(
                        treated
                                ? new Customer(List.of(before, after, 0L, 0L), List.of(1L, 1L, 0L, 0L))
                                : new Customer(List.of(0L, 0L, before, after), List.of(0L, 0L, 1L, 1L)));
            }
            var interval = Contrast.of(Contrast.DIFFERENCE_IN_DIFFERENCES, customers, 0.001)
                    .interval();
            held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
        }
        assertThat(held / (double) runs).isBetween(0.93, 0.97);
    }

    @Test
    void comparesNothingWithAnEmptyGroup() {
        assertThat(Contrast.of(
                        Contrast.BEFORE_AFTER, List.of(pair(1, 2), new Customer(List.of(1L, 0L), List.of(1L, 0L))), 1))
                .isNotNull();
        assertThat(Contrast.of(Contrast.BEFORE_AFTER, List.of(new Customer(List.of(1L, 0L), List.of(1L, 0L))), 1))
                .isNull();
    }

    @Test
    void givesOneCustomerNoInterval() {
        assertThat(Contrast.of(Contrast.BEFORE_AFTER, List.of(pair(1, 2)), 1)).isEqualTo(new Effect(1, null, null));
    }

    @Test
    void givesNoIntervalWhereAGroupHasOneCustomer() {
        // Before one customer with score 1, after thirty with 3 or 5: 4 - 1.
        var customers = new ArrayList<Customer>();
        customers.add(new Customer(List.of(1L, 0L), List.of(1L, 0L)));
        for (int i = 0; i < 30; i++) {
            customers.add(new Customer(List.of(0L, i % 2 == 0 ? 3L : 5L), List.of(0L, 1L)));
        }

        assertThat(Contrast.of(Contrast.BEFORE_AFTER, customers, 1)).isEqualTo(new Effect(3, null, null));
    }

    private static Customer pair(long before, long after) {
        return new Customer(List.of(before, after), List.of(1L, 1L));
    }
}
