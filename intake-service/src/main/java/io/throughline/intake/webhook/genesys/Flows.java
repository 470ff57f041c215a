package io.throughline.intake.webhook.genesys;

import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_DROPPED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_SELF_SERVICE_FAILED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static io.throughline.contracts.event.EventType.SURVEY_OFFERED;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Architect's flows: IVR and bots, and what became of the customer in them. */
final class Flows {

    private Flows() {}

    static List<Draft> started(Conversation conversation) {
        if (Words.isSurveyFlow(conversation.body())) {
            return List.of(conversation.draft(SURVEY_OFFERED).with("survey", "csat"));
        }
        return Words.isBotFlow(conversation.body())
                ? List.of(conversation.draft(CONTACT_ANSWERED).with("by", "bot"))
                : List.of();
    }

    /** Into a queue is where IVRs lead; {@code acd.start} tells of that, {@code voicemail.start} of voicemail. */
    static List<Draft> ended(Conversation conversation) {
        Message body = conversation.body();
        var drafts = new ArrayList<Draft>();
        String failure = Words.flowFailure(body);
        if (failure != null) {
            drafts.add(conversation
                    .draft(CONTACT_SELF_SERVICE_FAILED)
                    .with("reason", failure)
                    .with("step", body.text("flowId")));
        }
        switch (Words.key(body, "exitReason")) {
            case "sessionexpiredisconnect" ->
                drafts.add(conversation.draft(CONTACT_DROPPED).with("reason", "idle_timeout"));
            case "flowdisconnect", "flowerrordisconnect", "recognitionfailuredisconnect" ->
                drafts.add(conversation.draft(CONTACT_ENDED).with("endedBy", "bot"));
            case "transfer" -> {
                boolean away = Words.key(body, "transferType").equals("number");
                if (away) {
                    drafts.add(conversation
                            .draft(CONTACT_TRANSFERRED)
                            .with("by", Words.isInQueueFlow(body) ? "system" : "bot")
                            .with("kind", "external"));
                }
            }
            default -> {
                // The customer left, or another flow goes on.
            }
        }
        return drafts;
    }

    /** What the designer of the flow calls a failure is one that the customer met: the flow could not go on. */
    static List<Draft> outcome(Conversation conversation) {
        Message body = conversation.body();
        Instant began = body.firstTime("flowOutcomeStartTime");
        Instant ended = body.firstTime("flowOutcomeEndTime");
        var drafts = new ArrayList<Draft>();
        if (Words.isBotFlow(body)) {
            drafts.add(conversation
                    .draft(CONTACT_ANSWERED, began == null ? conversation.time() : began)
                    .with("by", "bot"));
        }
        if (Words.key(body, "flowOutcomeValue").equals("failure")) {
            drafts.add(conversation
                    .draft(CONTACT_SELF_SERVICE_FAILED, ended == null ? conversation.time() : ended)
                    .with("reason", "error")
                    .with("step", body.text("flowOutcomeId")));
        }
        return drafts;
    }
}
