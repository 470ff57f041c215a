package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.journey.SurveyAnswer;
import java.util.List;

/** The surveys about a contact. Comments stay behind: nothing is decided by them. */
final class SurveyFold {

    private int offered;
    private Ends<SurveyAnswer> answers = new Ends<>();

    void add(ContactEvent event) {
        if (!(event.data() instanceof SurveyData survey)) {
            return;
        }
        switch (survey) {
            case SurveyData.Offered data -> offered++;
            case SurveyData.Answered data ->
                answers.add(new SurveyAnswer(
                        event.id(),
                        event.time(),
                        data.survey(),
                        data.score(),
                        data.scaleMin(),
                        data.scaleMax(),
                        data.resolved(),
                        data.contactsNeeded(),
                        data.choseSwitch(),
                        data.respondent(),
                        data.question(),
                        data.answer()));
        }
    }

    SurveyFold copy() {
        var copy = new SurveyFold();
        copy.offered = offered;
        copy.answers = answers.copy();
        return copy;
    }

    int offered() {
        return offered;
    }

    List<SurveyAnswer> answers() {
        return answers.all();
    }
}
