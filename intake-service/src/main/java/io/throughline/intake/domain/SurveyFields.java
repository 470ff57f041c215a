package io.throughline.intake.domain;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.event.SurveyData;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Texts.Limit;
import org.jspecify.annotations.Nullable;

/** The own fields of surveys. */
final class SurveyFields {

    /** Far beyond any scale; it keeps sums of scores exact. */
    private static final double MAX_SCORE = 1_000_000;

    private static final int MAX_CONTACTS = 1_000;
    private static final String SURVEY_REMEDY =
            "send which survey it is: csat, ces, nps, resolution, choice or your own";

    private SurveyFields() {}

    static SurveyData offered(Fields data) {
        return new SurveyData.Offered(ContextFields.read(data), data.required("survey", Limit.CODE, SURVEY_REMEDY));
    }

    static SurveyData answered(Fields data) {
        String survey = data.required("survey", Limit.CODE, SURVEY_REMEDY);
        Double min = data.number("scaleMin", -MAX_SCORE, MAX_SCORE);
        Double max = data.number("scaleMax", -MAX_SCORE, MAX_SCORE);
        return new SurveyData.Answered(
                ContextFields.read(data),
                survey,
                score(data, min != null ? min : usualMin(survey), max != null ? max : usualMax(survey)),
                min,
                max,
                data.flag("resolved"),
                data.whole("contactsNeeded", 0, MAX_CONTACTS),
                data.flag("choseSwitch"),
                data.word("respondent", Respondent.values()),
                data.code("question"),
                data.code("answer"),
                data.text("comment", Limit.COMMENT));
    }

    private static @Nullable Double score(Fields data, double min, double max) {
        if (min >= max) {
            data.problem(
                    "scaleMax", Kind.OUT_OF_RANGE, "is not above scaleMin", "send the lowest and the highest score");
            return null;
        }
        return data.number("score", min, max);
    }

    private static double usualMin(String survey) {
        return switch (survey) {
            case "csat", "ces" -> 1;
            case "nps" -> 0;
            default -> -MAX_SCORE;
        };
    }

    private static double usualMax(String survey) {
        return switch (survey) {
            case "csat" -> 5;
            case "ces" -> 7;
            case "nps" -> 10;
            default -> MAX_SCORE;
        };
    }
}
