package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.SurveyAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What customers answered when asked how satisfied they were, on the scale of 1 (not at all) to 5. */
public final class SatisfactionKpis {

    /** Decimals that a score keeps when another scale is mapped to 1..5. */
    public static final int DECIMALS = 4;

    private static final long UNIT = 10_000;
    private static final BigDecimal STEPS = BigDecimal.valueOf(4 * UNIT);
    private static final String CSAT = "csat";

    private SatisfactionKpis() {}

    /** Adds the score. */
    static @Nullable Sums mean(Issue issue, JourneyContact contact) {
        Long score = score(contact);
        return score == null ? null : Sums.measured(score);
    }

    /** Counts scores of 4 and more among all. */
    static @Nullable Sums topTwo(Issue issue, JourneyContact contact) {
        Long score = score(contact);
        return score == null ? null : Sums.share(isSatisfied(score));
    }

    /** Counts scores of 2 and less among all. Not the rest of {@link #topTwo}: a 3 is neither. */
    static @Nullable Sums bottomTwo(Issue issue, JourneyContact contact) {
        Long score = score(contact);
        return score == null ? null : Sums.share(isDissatisfied(score));
    }

    /** Counts good among good and bad, where the scale has only these two points; what lies between is no answer. */
    static @Nullable Sums goodOrBad(Issue issue, JourneyContact contact) {
        SurveyAnswer answer = Answers.last(contact, CSAT);
        if (answer == null || answer.score() == null || !isTwoPoints(answer)) {
            return null;
        }
        boolean good = answer.score().equals(answer.scaleMax());
        return good || answer.score().equals(answer.scaleMin()) ? Sums.share(good) : null;
    }

    /** Counts contacts with an answer among those about which a survey was offered. An answer implies the offer. */
    static @Nullable Sums response(Issue issue, JourneyContact contact) {
        if (contact.role() == Role.COMPANION) {
            return null;
        }
        boolean answered = contact.surveys().stream().anyMatch(Answers::isCustomers);
        return answered || contact.surveysOffered() > 0 ? Sums.share(answered) : null;
    }

    /** Whether a score is satisfied: 4 and more. */
    public static boolean isSatisfied(long score) {
        return score >= 4 * UNIT;
    }

    /** Whether a score is dissatisfied: 2 and less. */
    static boolean isDissatisfied(long score) {
        return score <= 2 * UNIT;
    }

    /**
     * The customer's score of a contact on the scale 1..5, in units of 10^-{@link #DECIMALS}; null where there is none.
     * Other scales are mapped linearly, their ends on 1 and 5 (1..10: 8 becomes 4.1111). A scale of two points says
     * good or bad, which is neither a mean nor a top box: such an answer counts for {@link #goodOrBad} alone.
     */
    public static @Nullable Long score(JourneyContact contact) {
        SurveyAnswer answer = Answers.last(contact, CSAT);
        return answer == null ? null : onFivePoints(answer);
    }

    private static boolean isTwoPoints(SurveyAnswer answer) {
        return answer.scaleMin() != null && answer.scaleMax() != null && answer.scaleMax() - answer.scaleMin() == 1;
    }

    private static @Nullable Long onFivePoints(SurveyAnswer answer) {
        Double score = answer.score();
        double min = answer.scaleMin() == null ? 1 : answer.scaleMin();
        double max = answer.scaleMax() == null ? 5 : answer.scaleMax();
        // Not a scale, two points, or a score that is not on it.
        if (score == null || !(max - min > 1) || !(score >= min && score <= max)) {
            return null;
        }
        var bottom = BigDecimal.valueOf(min);
        return UNIT
                + BigDecimal.valueOf(score)
                        .subtract(bottom)
                        .multiply(STEPS)
                        .divide(BigDecimal.valueOf(max).subtract(bottom), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }
}
