package io.throughline.testkit.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Random choices that are the same on every machine and Java version: only those methods of {@link Random} are used
 * whose algorithm its documentation lays down, and {@link StrictMath}.
 */
final class Chance {

    private final Random random;

    /** Choices that depend on all of the numbers, and on their order. */
    Chance(long... seeds) {
        long mixed = 0;
        for (long seed : seeds) {
            mixed = mix(mixed + seed);
        }
        random = new Random(mixed);
    }

    boolean yes(double probability) {
        return random.nextDouble() < probability;
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Between the two, shorter ones more often: as likely in 1..10 minutes as in 10..100. */
    Duration between(Duration low, Duration high) {
        double ratio = (double) high.toMillis() / low.toMillis();
        return Duration.ofMillis(Math.round(low.toMillis() * StrictMath.pow(ratio, random.nextDouble())));
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, each as often as its weight says. */
    <T> T weighted(List<Weighted<T>> values) {
        double rest = random.nextDouble()
                * values.stream().mapToDouble(Weighted::weight).sum();
        for (Weighted<T> each : values) {
            rest -= each.weight();
            if (rest < 0) {
                return each.value();
            }
        }
        return values.getLast().value();
    }

    /** The finaliser of MurmurHash3 (64 bit), so that neighbouring seeds give unrelated choices. */
    private static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
