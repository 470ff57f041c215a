package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** Surveys; the event's subject is the contact asked about. */
public sealed interface SurveyData extends EventData {

    /** {@code csat}, {@code ces}, {@code nps}, {@code resolution}, {@code choice}, or a tenant's own. */
    String survey();

    /** The customer was asked. */
    record Offered(@JsonUnwrapped ContactContext context, String survey) implements SurveyData {
        public Offered {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Offered withContext(ContactContext other) {
            return new Offered(other, survey);
        }
    }

    /**
     * Somebody answered.
     *
     * @param score the answer, between scaleMin and scaleMax
     * @param scaleMin lowest possible score; null means the survey's usual (csat 1, ces 1, nps 0)
     * @param scaleMax highest possible score; null means the survey's usual (csat 5, ces 7, nps 10)
     * @param resolved whether the issue was solved, in the respondent's eyes
     * @param contactsNeeded how many contacts it took, in the respondent's eyes
     * @param choseSwitch true: "I chose to switch"; false: "I was made to"
     * @param respondent null means the customer
     * @param question code of the question
     * @param answer code of the answer
     * @param comment free text, with phone numbers and mail addresses masked by intake
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            @JsonUnwrapped ContactContext context,
            String survey,
            @Nullable Double score,
            @Nullable Double scaleMin,
            @Nullable Double scaleMax,
            @Nullable Boolean resolved,
            @Nullable Integer contactsNeeded,
            @Nullable Boolean choseSwitch,
            @Nullable Respondent respondent,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String comment)
            implements SurveyData {
        public Answered {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Answered withContext(ContactContext other) {
            return new Answered(
                    other,
                    survey,
                    score,
                    scaleMin,
                    scaleMax,
                    resolved,
                    contactsNeeded,
                    choseSwitch,
                    respondent,
                    question,
                    answer,
                    comment);
        }
    }
}
