package io.throughline.testkit.simulator;

import static io.throughline.contracts.event.ContactContext.EMPTY;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.event.SurveyData;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a survey, and what. The shape is that of COPC's finding: satisfaction falls with every further contact,
 * most when nothing is solved, and a forced switch makes dissatisfaction half as likely again even where all ends well.
 */
final class Satisfaction {

    private static final double OFFERED = 0.75;
    private static final double ANSWERED = 0.5;
    /** How much likelier a forced switch makes dissatisfaction, all else equal. */
    static final double FORCED_RISK = 1.5;

    private Satisfaction() {}

    /** Offers a survey about a contact that just ended; the answer, 1 to 5, null where there is none. */
    static @Nullable Integer ask(
            ContactScript contact, IssueScript issue, boolean solved, int contacts, boolean forced) {
        var chance = issue.chance();
        if (!chance.yes(OFFERED)) {
            return null;
        }
        contact.tell(new SurveyData.Offered(EMPTY, "csat"));
        if (!chance.yes(ANSWERED)) {
            return null;
        }
        issue.passes(Duration.ofSeconds(30), Duration.ofHours(6));
        int score = score(chance, probability(solved, contacts, forced));
        contact.tell(new SurveyData.Answered(
                EMPTY,
                "csat",
                (double) score,
                1.0,
                5.0,
                null,
                null,
                null,
                Respondent.CUSTOMER,
                "how-do-you-rate-this-service",
                null,
                null));
        return score;
    }

    /** The customer's word on the switch into a contact. */
    static void tellsChoice(ContactScript contact, IssueScript issue, boolean chose) {
        issue.passes(Duration.ofSeconds(30), Duration.ofHours(2));
        contact.tell(new SurveyData.Answered(
                EMPTY, "choice", null, null, null, null, null, chose, Respondent.CUSTOMER, null, null, null));
    }

    /** Probability of dissatisfaction (1 or 2 of 5). */
    static double probability(boolean solved, int contacts, boolean forced) {
        double plain = !solved ? 0.42 : contacts <= 1 ? 0.08 : contacts == 2 ? 0.11 : 0.16;
        return forced ? plain * FORCED_RISK : plain;
    }

    private static int score(Chance chance, double dissatisfied) {
        if (chance.yes(dissatisfied)) {
            return chance.yes(0.4) ? 1 : 2;
        }
        if (chance.yes(0.12)) {
            return 3;
        }
        return chance.yes(0.55) ? 5 : 4;
    }
}
