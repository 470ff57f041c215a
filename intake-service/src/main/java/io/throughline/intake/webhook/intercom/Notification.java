package io.throughline.intake.webhook.intercom;

import static io.throughline.contracts.event.EventType.CONTACT_SLA_BREACHED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notification about a conversation, a ticket or a person.
 *
 * @param time of the last part where there is one, else of the notification; null where neither is there
 */
record Notification(String id, String topic, @Nullable Instant time, Message item) {

    private static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("conversation", "chat"),
            Map.entry("chat", "chat"),
            Map.entry("messenger", "chat"),
            Map.entry("web", "chat"),
            Map.entry("email", "email"),
            Map.entry("whatsapp", "whatsapp"),
            Map.entry("sms", "sms"),
            Map.entry("facebook", "messenger"),
            Map.entry("instagram", "instagram"),
            Map.entry("twitter", "social"),
            Map.entry("phone_call", "phone"),
            Map.entry("phone_switch", "phone"),
            Map.entry("phone", "phone"),
            // In-app posts and banners that a customer answered.
            Map.entry("in_app", "chat"),
            Map.entry("push", "app"));

    static Notification of(Message message, String topic) {
        Message data = message.object("data").object("item");
        // ticket.closed has the ticket one level deeper, as conversation.contact.attached has the conversation.
        Message inner = data.object(topic.startsWith("ticket.") ? "ticket" : "conversation");
        Message item = inner.text("id") == null ? data : inner;
        Instant part = lastPart(item).anyTime("created_at");
        boolean aboutPart = topic.startsWith("conversation.") || topic.startsWith("ticket.");
        Instant notified = message.firstTime("created_at", "first_sent_at");
        boolean partIsIt = aboutPart && part != null && !topic.endsWith(".created") && !topic.contains(".rating.");
        return new Notification(
                String.valueOf(message.text("id")), topic, partIsIt ? part : begunOr(topic, item, notified), item);
    }

    /** When a conversation is created is when the customer wrote; the notification is a second later. */
    private static @Nullable Instant begunOr(String topic, Message item, @Nullable Instant notified) {
        Instant created =
                topic.startsWith("conversation.") && topic.endsWith(".created") ? item.anyTime("created_at") : null;
        return created == null ? notified : created;
    }

    Message lastPart() {
        return lastPart(item);
    }

    Draft draft(EventType type) {
        return draft(type, id + ":" + type.name().toLowerCase(Locale.ROOT));
    }

    Draft caseDraft(EventType type) {
        return Draft.of(type, id + ":case", caseId(), at()).with("caseId", caseId());
    }

    /** Intercom says of a conversation that a promised time was missed, each time it says anything of it. */
    List<Draft> breaches() {
        boolean missed = item.object("sla_applied").word("sla_status").equals("missed");
        String conversation = item.text("id");
        return missed && conversation != null && topic.startsWith("conversation.")
                ? List.of(draft(CONTACT_SLA_BREACHED, conversation + ":sla_breached"))
                : List.of();
    }

    /** Who wrote or did it: {@code agent}, {@code bot} or {@code customer}. */
    String author(String usual) {
        return switch (lastPart().object("author").word("type")) {
            case "admin", "team" -> "agent";
            case "bot", "operator" -> "bot";
            default -> usual;
        };
    }

    /** The channel, as far as the item says. */
    String channel(String usual) {
        String said = channel();
        return said == null ? usual : said;
    }

    private @Nullable String channel() {
        for (String word : List.of(
                item.object("channel").word("initial"),
                item.word("channel"),
                item.object("source").word("type"),
                item.object("conversation_message").word("type"))) {
            String channel = CHANNELS.get(word);
            if (channel != null) {
                return channel;
            }
        }
        return null;
    }

    private Draft draft(EventType type, String eventId) {
        boolean ticket = topic.startsWith("ticket.");
        return Draft.of(type, eventId, String.valueOf(item.text("id")), at())
                .with("channel", channel())
                .with("caseId", ticket ? caseId() : null)
                .with("identifiers", Contacts.identifiers(item))
                .with(CustomAttributes.facts(item.object("custom_attributes")));
    }

    private String caseId() {
        return "intercom:" + item.text("id");
    }

    Instant at() {
        return Objects.requireNonNull(time, "checked when the notification was read");
    }

    private static Message lastPart(Message item) {
        List<Message> parts = item.object("conversation_parts").objects("conversation_parts");
        if (parts.isEmpty()) {
            parts = item.object("ticket_parts").objects("ticket_parts");
        }
        return parts.isEmpty() ? Message.of(null) : parts.getLast();
    }
}
