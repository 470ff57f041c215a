package io.throughline.intake.webhook.freshdesk;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one webhook shows it, which is a contact and the case {@code freshdesk:<id>}. Fields are read with and
 * without {@code ticket_} before them, in {@code freshdesk_webhook}, in {@code ticket}, or at the top, as the rule's
 * template has them.
 */
record Ticket(String id, Delivery delivery, Message fields, Message requester) {

    private static final String CONTACT = "freshdeskContact";

    /** By the name in automations, and by the API's number. */
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("email", "email"),
            Map.entry("1", "email"),
            Map.entry("portal", "web"),
            Map.entry("2", "web"),
            Map.entry("phone", "phone"),
            Map.entry("3", "phone"),
            Map.entry("forum", "community"),
            Map.entry("4", "community"),
            Map.entry("twitter", "social"),
            Map.entry("5", "social"),
            Map.entry("facebook", "social"),
            Map.entry("6", "social"),
            Map.entry("chat", "chat"),
            Map.entry("7", "chat"),
            Map.entry("mobihelp", "app"),
            Map.entry("8", "app"),
            Map.entry("feedback_widget", "web"),
            Map.entry("9", "web"),
            Map.entry("outbound_email", "email"),
            Map.entry("10", "email"),
            Map.entry("ecommerce", "web"),
            Map.entry("11", "web"),
            Map.entry("bot", "chatbot"),
            Map.entry("12", "chatbot"),
            Map.entry("whatsapp", "whatsapp"),
            Map.entry("13", "whatsapp"));

    /** Null without the ticket's id. */
    static @Nullable Ticket of(Message message, Delivery delivery) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        put(message, fields);
        Message data = message.object("data");
        for (Message inner :
                List.of(message.object("freshdesk_webhook"), message.object("ticket"), data, data.object("ticket"))) {
            put(inner, fields);
        }
        Message flat = Message.of(fields);
        Message requester = flat.object("requester");
        String id = flat.firstText("id", "display_id");
        return id == null ? null : new Ticket(id, delivery, flat, requester);
    }

    Draft draft(EventType type) {
        return Draft.of(type, eventId() + ":" + type.name().toLowerCase(Locale.ROOT), id, time())
                .with("channel", channel())
                .with("caseId", caseId())
                .with("identifiers", identifiers())
                .with("queue", fields.firstText("group_name"))
                .with(CustomAttributes.facts(custom()));
    }

    Draft caseDraft(EventType type) {
        return Draft.of(type, eventId() + ":case:" + type.name().toLowerCase(Locale.ROOT), caseId(), time())
                .with("caseId", caseId());
    }

    Message custom() {
        return fields.object("custom_fields");
    }

    @Nullable
    String channel() {
        String source = source();
        return source.isEmpty() ? null : SOURCES.getOrDefault(source, source);
    }

    boolean isOutbound() {
        return source().equals("outbound_email") || source().equals("10");
    }

    private String source() {
        return fields.word("source").isEmpty() ? fields.word("source_name") : fields.word("source");
    }

    private String caseId() {
        return "freshdesk:" + id;
    }

    /** Freshdesk has no name for what happened; the body's hash stands for it. */
    private String eventId() {
        return "ticket:" + id + ":" + delivery.id();
    }

    /** For what its creation means: {@code created_at} dates that, and nothing else that happens to a ticket. */
    Ticket whenCreated() {
        Instant created = fields.firstTime("created_at");
        return created == null ? this : new Ticket(id, new Delivery(delivery.id(), created), fields, requester);
    }

    /** A webhook is sent as it happens. */
    private Instant time() {
        Instant said = fields.firstTime("time", "timestamp", "updated_at");
        return said == null ? delivery.at() : said;
    }

    private List<Map<String, String>> identifiers() {
        var identifiers = new ArrayList<Map<String, String>>();
        String requesterId = requester.text("id");
        identifiers.addAll(Draft.identifiers(
                CONTACT,
                requesterId == null ? fields.text("requester_id") : requesterId,
                "email",
                first("email", "requester_email", "contact_email"),
                "phone",
                first("phone", "requester_phone", "contact_phone"),
                "phone",
                first("mobile", "requester_mobile", "contact_mobile"),
                "customerId",
                first("unique_external_id", "requester_unique_external_id", "contact_unique_external_id")));
        identifiers.addAll(CustomAttributes.identifiers(custom()));
        return identifiers.stream().distinct().toList();
    }

    /** Newer accounts call the requester contact. */
    private @Nullable String first(String ofRequester, String... flat) {
        String value = fields.firstText(flat);
        return value == null ? requester.text(ofRequester) : value;
    }

    private static void put(Message from, Map<String, @Nullable Object> fields) {
        from.tree().forEach((name, value) -> {
            if (value != null) {
                String lower = name.toLowerCase(Locale.ROOT).replace("ticketid", "id");
                fields.put(lower.startsWith("ticket_") ? lower.substring("ticket_".length()) : lower, value);
            }
        });
    }
}
