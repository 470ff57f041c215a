package io.throughline.intake.webhook.chatwoot;

import static io.throughline.contracts.event.EventType.CONTACT_SLA_BREACHED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one event shows it.
 *
 * @param eventId what happened to it, the same whenever Chatwoot says so
 * @param body the conversation
 * @param message the message, where the event is about one; else the conversation again
 */
record Conversation(String id, String eventId, Instant time, Message body, Message message) {

    private static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("webwidget", "chat"),
            Map.entry("api", "chat"),
            Map.entry("email", "email"),
            Map.entry("whatsapp", "whatsapp"),
            Map.entry("facebookpage", "messenger"),
            Map.entry("instagram", "instagram"),
            Map.entry("sms", "sms"),
            Map.entry("twiliosms", "sms"),
            Map.entry("line", "line"),
            Map.entry("telegram", "telegram"),
            Map.entry("twitterprofile", "social"),
            Map.entry("tiktok", "social"),
            Map.entry("voice", "phone"));

    private static final Map<String, String> BREACHES = Map.of("frt", "first_response", "nrt", "next_response");

    /** Null without the conversation's id. */
    static @Nullable Conversation of(Message message, String event, Delivery delivery) {
        boolean aboutMessage = event.startsWith("message_");
        Message body = aboutMessage ? message.object("conversation") : message;
        // What people see as the number is display_id; newer versions call it id.
        String nested = aboutMessage ? body.firstText("display_id", "id") : body.text("id");
        String id = aboutMessage && nested == null ? message.text("conversation_id") : nested;
        if (id == null) {
            return null;
        }
        boolean created = event.endsWith("_created");
        Instant said = created
                ? message.firstTime("created_at", "timestamp")
                : message.firstTime("updated_at", "timestamp", "last_activity_at");
        Instant time = said == null ? delivery.at() : said;
        String what = aboutMessage ? message.text("id") : id;
        // Created is created once; of changes, each time is another one.
        String eventId =
                event + ":" + what + (created ? "" : ":" + (said == null ? delivery.id() : said.toEpochMilli()));
        return new Conversation(id, eventId, time, body, message);
    }

    Draft draft(EventType type) {
        return draft(type, eventId + ":" + type.name().toLowerCase(Locale.ROOT), time);
    }

    String channel(String usual) {
        String said = channel();
        return said == null ? usual : said;
    }

    /** What a field was before; null where it did not change or was nothing. */
    @Nullable
    String previous(String field) {
        return change(field).text("previous_value");
    }

    /** What a field that changed is now. */
    @Nullable
    String current(String field) {
        return change(field).text("current_value");
    }

    /** Promised times that were missed, which Chatwoot lists with the conversation. */
    List<Draft> breaches() {
        var drafts = new ArrayList<Draft>();
        for (Message breach : body.objects("sla_events")) {
            Instant at = breach.anyTime("created_at");
            String kind = breach.word("event_type");
            String sla = BREACHES.get(kind);
            if (sla != null) {
                drafts.add(draft(
                                CONTACT_SLA_BREACHED,
                                "sla:" + id + ":" + kind + ":" + breach.text("id"),
                                at == null ? time : at)
                        .with("sla", sla));
            }
        }
        return drafts;
    }

    private Draft draft(EventType type, String draftId, Instant at) {
        String channel = channel();
        return Draft.of(type, draftId, id, at)
                .with("channel", channel)
                .with("identifiers", identifiers(channel))
                .with("agentId", body.object("meta").object("assignee").text("id"))
                .with(CustomAttributes.facts(body.object("custom_attributes")));
    }

    private List<Map<String, String>> identifiers(@Nullable String channel) {
        Message sender = body.object("meta").object("sender");
        Message inbox = body.object("contact_inbox");
        var identifiers = new ArrayList<>(Person.identifiers(
                sender,
                message,
                inbox.firstText("contact_id"),
                body.text("contact_id"),
                message.object("contact").text("id")));
        if (Person.isContact(message)) {
            identifiers.addAll(Person.identifiers(message.object("sender"), message, message.text("sender_id"), null));
        }
        if (channel != null && Person.SOURCES.contains(channel)) {
            identifiers.addAll(Draft.identifiers(channel, inbox.text("source_id")));
        }
        return identifiers.stream().distinct().toList();
    }

    /** {@code Channel::WebWidget}; with the conversation, or with the inbox. */
    private @Nullable String channel() {
        for (String said : new @Nullable String[] {
            body.text("channel"),
            message.object("inbox").text("channel_type"),
            body.object("meta").text("channel")
        }) {
            if (said != null) {
                String word = said.replace("Channel::", "").toLowerCase(Locale.ROOT);
                return CHANNELS.getOrDefault(word, word);
            }
        }
        return null;
    }

    /** {@code [{"status": {"current_value": …}}]}, in other versions {@code [{"attribute": "status", "current_value": …}]}. */
    private Message change(String field) {
        for (Message change : body.objects("changed_attributes")) {
            if (change.has(field)) {
                return change.object(field);
            }
            if (field.equals(change.text("attribute"))) {
                return change;
            }
        }
        return Message.of(null);
    }
}
