package io.throughline.intake.webhook.messenger;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.messenger.ThreadEvents.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers to Messenger's customer feedback template. */
final class Feedback {

    /** The scale of each type of question, from its lowest to its highest score. */
    private record Scale(double min, double max) {}

    private static final Map<String, Scale> SCALES = Map.ofEntries(
            entry("csat", new Scale(1, 5)), entry("nps", new Scale(0, 10)), entry("ces", new Scale(1, 7)));

    private Feedback() {}

    static List<Draft> answers(Happening happening) {
        var drafts = new ArrayList<Draft>();
        for (Message screen : happening.body().objects("feedback_screens")) {
            screen.object("questions").tree().forEach((question, answer) -> {
                Message given = Message.of(answer);
                Scale scale = SCALES.get(given.word("type"));
                Double score = given.number("payload");
                if (scale != null && score != null) {
                    drafts.add(happening
                            .draft(EventType.SURVEY_ANSWERED, "feedback:" + question)
                            .with("survey", given.word("type"))
                            .with("score", score)
                            .with("scaleMin", scale.min())
                            .with("scaleMax", scale.max())
                            .with("respondent", "customer")
                            .with("question", question));
                }
            });
        }
        return drafts;
    }
}
