package io.throughline.feedback.domain.statistics;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.feedback.domain.statistics.ClusteredRatio.Customer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ProportionsTest {

    @Test
    void testsTwoProportions() {
        // Textbook example: 56 of 195 against 251 of 605, one-sided p 0.0007.
        var test = Proportions.zTest(56, 195, 251, 605);

        assertThat(test.z()).isEqualTo(-3.19, within(0.005));
        assertThat(test.oneSided()).isEqualTo(0.0007, within(0.00005));
        assertThat(test.twoSided()).isEqualTo(2 * test.oneSided());
    }

    @Test
    void testsTwoProportionsThatHardlyDiffer() {
        // Textbook example: 140 of 200 against 255 of 340; its p is by Student's t, the normal one is 0.1028.
        var test = Proportions.zTest(140, 200, 255, 340);

        assertThat(test.z()).isEqualTo(-1.2660, within(0.00005));
        assertThat(test.oneSided()).isEqualTo(0.1028, within(0.00005));
    }

    @Test
    void testsNothingWhereNothingVaries() {
        assertThat(Proportions.zTest(0, 0, 1, 2)).isNull();
        assertThat(Proportions.zTest(0, 10, 0, 20)).isNull();
        assertThat(Proportions.zTest(10, 10, 20, 20)).isNull();
    }

    @Test
    void givesTheDifferenceNewcombesInterval() {
        // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: contrast (a) 56/70 - 48/80 and (e) 5/56 -
        // 0/29.
        assertDifference(56, 70, 48, 80, 0.2000, 0.0524, 0.3339);
        assertDifference(5, 56, 0, 29, 0.0893, -0.0381, 0.1926);
    }

    @Test
    void isTheOtherWayRoundWhenTheGroupsChangePlaces() {
        for (int k = 0; k <= 20; k++) {
            var there = Proportions.difference(independent(k, 20), independent(7, 31));
            var back = Proportions.difference(independent(7, 31), independent(k, 20));

            assertThat(there.difference()).isEqualTo(-back.difference());
            assertThat(there.interval().low())
                    .isEqualTo(-back.interval().high(), within(1e-12))
                    .isLessThanOrEqualTo(there.difference());
            assertThat(there.interval().high())
                    .isEqualTo(-back.interval().low(), within(1e-12))
                    .isGreaterThanOrEqualTo(there.difference());
        }
    }

    @Test
    void comparesOnlyTwoGroups() {
        assertThat(Proportions.difference(independent(0, 0), independent(1, 2))).isNull();
    }

    private static void assertDifference(int k1, int n1, int k2, int n2, double difference, double low, double high) {
        var effect = Proportions.difference(independent(k1, n1), independent(k2, n2));

        assertThat(effect.difference()).isEqualTo(difference, within(0.00005));
        assertThat(effect.interval().low()).isEqualTo(low, within(0.00005));
        assertThat(effect.interval().high()).isEqualTo(high, within(0.00005));
    }

    /** Every case is another customer's. */
    static ClusteredRatio independent(int k, int n) {
        var customers = new ArrayList<>(nCopies(k, new Customer(1, 1)));
        customers.addAll(nCopies(n - k, new Customer(0, 1)));
        return ClusteredRatio.of(customers);
    }
}
