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

    @RepeatedTest(50)
    void runningAreTheSame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var running = new RunningSums();
        Sums whole = Sums.ZERO;
        for (int i = random.nextInt(8); i > 0; i--) {
            Sums next = sums(random);
            running.add(next);
            whole = whole.plus(next);
        }

        assertThat(running.sums()).isEqualTo(whole);
    }

    /** The plain way to add histograms. */
    @RepeatedTest(50)
    void histogramsAreAddedBucketByBucket(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var one = counts(random);
        var other = counts(random);
        var both = new TreeMap<>(one);
        other.forEach((index, count) -> both.merge(index, count, Long::sum));
        both.values().removeIf(count -> count == 0);

        var added = Buckets.of(one).plus(Buckets.of(other), 1);

        var read = new TreeMap<Integer, Long>();
        for (int place = 0; place < added.size(); place++) {
            read.put(added.index(place), added.count(place));
        }
        assertThat(read).isEqualTo(both);
        assertThat(added).isEqualTo(Buckets.of(both)).hasSameHashCodeAs(Buckets.of(both));
        assertThat(added.plus(Buckets.of(other), -1)).isEqualTo(Buckets.of(one));
    }

    @Test
    void refuseToOverflow() {
        var most = Sums.of(Long.MAX_VALUE, 1);
        var running = new RunningSums();
        running.add(most);

        assertThatThrownBy(() -> most.plus(Sums.of(1, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> running.add(Sums.of(1, 1))).isInstanceOf(ArithmeticException.class);
    }

    private static Sums sums(Random random) {
        var more = random.longs(random.nextInt(4), -3, 4).boxed().toList();
        return new Sums(random.nextLong(-100, 100), random.nextLong(-100, 100), more, Buckets.of(counts(random)));
    }

    private static TreeMap<Integer, Long> counts(Random random) {
        var counts = new TreeMap<Integer, Long>();
        for (int i = random.nextInt(4); i > 0; i--) {
            counts.put(random.nextInt(5), random.nextLong(-3, 4));
        }
        return counts;
    }
}
