package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Sums can be put together in any order and grouping, and taken away again. The seed is the number of the repetition. */
class SumsTest {

    @RepeatedTest(200)
    void areAGroup(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Sums a = sums(random);
        Sums b = sums(random);
        Sums c = sums(random);

        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(Sums.ZERO)).isEqualTo(a);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Sums.ZERO);
    }

    @Test
    void refuseToOverflow() {
        var most = Sums.of(Long.MAX_VALUE, 1);

        assertThatThrownBy(() -> most.plus(Sums.of(1, 1))).isInstanceOf(ArithmeticException.class);
    }

    private static Sums sums(Random random) {
        var more = random.longs(random.nextInt(4), -3, 4).boxed().toList();
        var buckets = new TreeMap<Integer, Long>();
        for (int i = random.nextInt(4); i > 0; i--) {
            buckets.put(random.nextInt(5), random.nextLong(-3, 4));
        }
        return new Sums(random.nextLong(-100, 100), random.nextLong(-100, 100), more, buckets);
    }
}
