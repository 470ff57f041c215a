package io.throughline.feedback.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.feedback.domain.statistics.Cuped.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CupedTest {

    @Test
    void takesOutWhatWasBefore() {
        // After is twice before, and 3 more for the treated: theta 2 leaves exactly 3 and nothing that varies.
        var treated = List.of(new Customer(1, 5), new Customer(2, 7), new Customer(3, 9));
        var control = List.of(new Customer(1, 2), new Customer(2, 4), new Customer(3, 6));

        var comparison = Cuped.compare(treated, control);

        assertThat(comparison.theta()).isEqualTo(2, within(1e-12));
        assertThat(comparison.effect().difference()).isEqualTo(3, within(1e-12));
        assertThat(comparison.varianceRemaining()).isEqualTo(0, within(1e-12));
    }

    @Test
    void lowersTheVarianceByTheSquareOfTheCorrelation() {
        var random = new Random(3);
        var treated = new ArrayList<Customer>();
        var control = new ArrayList<Customer>();
        for (int i = 0; i < 20_000; i++) {
            double own = random.nextGaussian();
            // Before and after share half of their variance: correlation 0.5.
            double before = own + random.nextGaussian();
            double after = own + random.nextGaussian();
            (i % 2 == 0 ? treated : control).add(new Customer(before, after));
        }
        assertThat(Cuped.compare(treated, control).varianceRemaining()).isEqualTo(1 - 0.25, within(0.02));
    }

    @Test
    void leavesThingsAsTheyAreWhereAllWereAlikeBefore() {
        var comparison = Cuped.compare(
                List.of(new Customer(1, 5), new Customer(1, 7)), List.of(new Customer(1, 2), new Customer(1, 4)));

        assertThat(comparison.theta()).isZero();
        assertThat(comparison.effect().difference()).isEqualTo(3);
        assertThat(comparison.varianceRemaining()).isEqualTo(1);
    }

    @Test
    void leavesTheEffectWhereTheGroupsWereApartBefore() {
        // Nothing varies within a group: over both, theta was -1, and 5 - 1 came out as 0.
        var comparison = Cuped.compare(
                List.of(new Customer(1, 5), new Customer(1, 5)), List.of(new Customer(5, 1), new Customer(5, 1)));

        assertThat(comparison.theta()).isZero();
        assertThat(comparison.effect().difference()).isEqualTo(4);
    }

    @Test
    void takesOutWhatWasBeforeWithinEachGroup() {
        // Within both groups after rises by 1 with before: theta 1. 10 - 5 without it, 5 - (2 - 6) = 9 with it.
        var comparison = Cuped.compare(
                List.of(new Customer(1, 9), new Customer(3, 11)), List.of(new Customer(5, 4), new Customer(7, 6)));

        assertThat(comparison.theta()).isEqualTo(1, within(1e-12));
        assertThat(comparison.effect().difference()).isEqualTo(9, within(1e-12));
    }

    @Test
    void comparesOnlyGroupsOfTwoAndMore() {
        assertThat(Cuped.compare(List.of(new Customer(1, 2)), List.of(new Customer(1, 2), new Customer(2, 2))))
                .isNull();
    }
}
