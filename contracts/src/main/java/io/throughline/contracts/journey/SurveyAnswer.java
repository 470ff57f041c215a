package io.throughline.contracts.journey;

import io.throughline.contracts.event.Respondent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer given about a contact; fields as in {@link io.throughline.contracts.event.SurveyData.Answered}.
 *
 * @param eventId id of the event that brought it
 * @param at when it was given
 */
public record SurveyAnswer(
        String eventId,
        Instant at,
        String survey,
        @Nullable Double score,
        @Nullable Double scaleMin,
        @Nullable Double scaleMax,
        @Nullable Boolean resolved,
        @Nullable Integer contactsNeeded,
        @Nullable Boolean choseSwitch,
        @Nullable Respondent respondent,
        @Nullable String question,
        @Nullable String answer) {}
