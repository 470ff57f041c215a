package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import org.jspecify.annotations.Nullable;

/** Whether customers would recommend the company, on 0 to 10. */
final class PromoterKpis {

    private PromoterKpis() {}

    /** Counts promoters (9 and 10) for, and detractors (0 to 6) against; 7 and 8 are passive. */
    static @Nullable Sums net(Issue issue, JourneyContact contact) {
        Double score = Answers.scoreOn(contact, "nps", 0, 10);
        return score == null ? null : Formulas.balance(score >= 9, score <= 6);
    }
}
