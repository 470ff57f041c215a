package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import org.jspecify.annotations.Nullable;

/**
 * Customer effort (CES 2.0): "the company made it easy for me to handle my issue", 1 strongly disagree to 7 strongly
 * agree. Three incompatible numbers go by its name. Answers on other scales count for none: where the easy end begins
 * on five points nobody has defined.
 */
final class EffortKpis {

    /** Decimals of a score between two points. */
    static final int DECIMALS = 4;

    private static final double UNIT = 10_000;
    private static final String CES = "ces";

    private EffortKpis() {}

    /** Adds the score. */
    static @Nullable Sums mean(Issue issue, JourneyContact contact) {
        Double score = score(contact);
        return score == null ? null : Sums.measured(Math.round(score * UNIT));
    }

    /** Counts 5, 6 and 7 among all. */
    static @Nullable Sums topThree(Issue issue, JourneyContact contact) {
        Double score = score(contact);
        return score == null ? null : Sums.share(score >= 5);
    }

    /** Counts 6 and 7 for, and 1, 2 and 3 against; 4 and 5 are neutral. */
    static @Nullable Sums index(Issue issue, JourneyContact contact) {
        Double score = score(contact);
        return score == null ? null : Formulas.balance(score >= 6, score <= 3);
    }

    private static @Nullable Double score(JourneyContact contact) {
        return Answers.scoreOn(contact, CES, 1, 7);
    }
}
