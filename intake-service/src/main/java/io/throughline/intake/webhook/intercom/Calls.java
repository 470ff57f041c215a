package io.throughline.intake.webhook.intercom;

import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls of Intercom's telephone. Each notification has the whole call so far, so its times are taken from whichever comes. */
final class Calls {

    private Calls() {}

    static List<Draft> drafts(Notification notification) {
        Message call = notification.item();
        var drafts = new ArrayList<Draft>();
        boolean outbound = call.word("direction").equals("outbound");
        Draft started = draft(call, CONTACT_STARTED, call.firstTime("initiated_at", "started_at", "created_at"));
        if (started != null) {
            drafts.add(started.with("direction", outbound ? "outbound" : "inbound")
                    .with("initiation", outbound ? "outbound" : "customer"));
        }
        Draft answered = draft(call, CONTACT_ANSWERED, call.anyTime("answered_at"));
        if (answered != null) {
            drafts.add(answered.with("by", "human"));
        }
        Draft ended = draft(call, CONTACT_ENDED, call.anyTime("ended_at"));
        if (ended != null) {
            drafts.add(ended);
        }
        return drafts;
    }

    private static @Nullable Draft draft(Message call, EventType type, @Nullable Instant time) {
        String id = call.text("id");
        return time == null
                ? null
                : Draft.of(type, "call:" + id + ":" + type.name().toLowerCase(Locale.ROOT), "call:" + id, time)
                        .with("channel", "phone")
                        .with("relatedContactId", call.text("conversation_id"))
                        .with("agentId", call.text("admin_id"))
                        .with(
                                "identifiers",
                                Draft.identifiers(
                                        Contacts.CONTACT, call.text("contact_id"), "phone", call.text("phone")));
    }
}
