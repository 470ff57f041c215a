package io.throughline.feedback.domain.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What a relative risk would be if some labels of the exposure were wrong, in the same way whatever the outcome was: the
 * counts are put right by the matrix method (Lash, Fox and Fink 2009, Applying Quantitative Bias Analysis, chapter 6).
 * Of N cases of which n are labelled, with a share s of true ones found and a share f of others labelled by mistake, n = s
 * T + f (N − T), so T = (n − f N) / (s − f) are truly exposed; likewise among those with the outcome.
 */
public final class MislabelledRisk {

    private MislabelledRisk() {}

    /**
     * The corrected relative risk. Null where labels wrong that often cannot have given these counts, or no other case has
     * the outcome.
     *
     * @param a labelled cases with the outcome
     * @param n1 labelled cases
     * @param c other cases with the outcome
     * @param n0 other cases
     * @param missed share of truly exposed cases without the label
     * @param mistaken share of other cases with the label
     */
    public static @Nullable Double corrected(long a, long n1, long c, long n0, double missed, double mistaken) {
        double separation = 1 - missed - mistaken;
        if (!(separation > 0)) {
            throw new IllegalArgumentException("labels that are wrong so often say nothing");
        }
        double exposed = (n1 - mistaken * (n1 + n0)) / separation;
        double exposedWith = (a - mistaken * (a + c)) / separation;
        double others = n1 + n0 - exposed;
        double othersWith = a + c - exposedWith;
        boolean possible = exposed > 0
                && others > 0
                && exposedWith >= 0
                && exposedWith <= exposed
                && othersWith > 0
                && othersWith <= others;
        return possible ? exposedWith / exposed / (othersWith / others) : null;
    }
}
