package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.SurveyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Which answer to a survey counts: a customer's, about the contact it was asked about, whoever began that contact; the
 * last one with a score replaces earlier ones.
 */
final class Answers {

    private Answers() {}

    static @Nullable SurveyAnswer last(JourneyContact contact, String survey) {
        return contact.surveys().stream()
                .filter(answer -> answer.survey().equals(survey) && answer.score() != null && isCustomers(answer))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The score of {@link #last} where its scale, or the one taken when it names none, is min..max; else null. */
    static @Nullable Double scoreOn(JourneyContact contact, String survey, double min, double max) {
        SurveyAnswer answer = last(contact, survey);
        if (answer == null || answer.score() == null) {
            return null;
        }
        double score = answer.score();
        boolean scale = (answer.scaleMin() == null || answer.scaleMin() == min)
                && (answer.scaleMax() == null || answer.scaleMax() == max);
        return scale && score >= min && score <= max ? score : null;
    }

    /** Who answers without saying who they are is a customer. */
    static boolean isCustomers(SurveyAnswer answer) {
        return answer.respondent() != Respondent.STAFF;
    }
}
