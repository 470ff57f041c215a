package io.throughline.routing.domain;

/**
 * What is believed of a probability: a beta distribution.
 *
 * @param alpha as if so many successes had been seen, more than 0
 * @param beta as if so many failures had been seen, more than 0
 */
record Beta(double alpha, double beta) {

    /**
     * A belief of this mean that counts as much as {@code strength} observations.
     *
     * @param mean more than 0, less than 1
     * @param strength more than 0
     */
    static Beta of(double mean, double strength) {
        return new Beta(mean * strength, (1 - mean) * strength);
    }

    /** The belief after these were seen (beta-binomial update). */
    Beta after(Counts seen) {
        return new Beta(alpha + seen.resolved(), beta + seen.contacts() - seen.resolved());
    }

    /** The expected probability, more than 0 and less than 1. */
    double mean() {
        return alpha / (alpha + beta);
    }
}
