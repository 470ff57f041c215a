package io.throughline.feedback.domain.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {

    static final double LEVEL = 0.95;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    /** 0.975 quantile, 1.95996… */
    static final double Z = STANDARD.inverseCumulativeProbability(1 - (1 - LEVEL) / 2);

    private Normal() {}

    /** How probable it is to be at least as far below zero (z negative) or above it (z positive). */
    static double oneSided(double z) {
        return STANDARD.survivalProbability(Math.abs(z));
    }

    /** How probable it is to be at least as far from zero. */
    static double twoSided(double z) {
        return 2 * oneSided(z);
    }
}
