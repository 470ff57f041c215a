package io.throughline.intake.webhook.whatsapp;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Conversation;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a message of the business. {@code sent} is its turn; {@code delivered} and {@code read} say nothing more
 * (they come in any order, and not always); {@code failed} can say that the business could not answer on WhatsApp.
 */
final class Statuses {

    /**
     * Why the channel could not be had, by Meta's error codes. Those that are not here say something about the message or
     * the recipient (131026: the number has no WhatsApp), and nothing about the channel.
     */
    private static final Map<String, String> UNAVAILABLE = Map.ofEntries(
            // The 24-hour window is closed: Meta lets the business answer no more, whoever wants to.
            entry("131047", "closed"),
            entry("470", "closed"),
            // Too many messages: throughput, spam and pair rate limits, limits of app and account.
            entry("4", "overload"),
            entry("80007", "overload"),
            entry("130429", "overload"),
            entry("131048", "overload"),
            entry("131056", "overload"),
            // Meta's side does not work, or it locked the account.
            entry("1", "outage"),
            entry("2", "outage"),
            entry("368", "outage"),
            entry("131000", "outage"),
            entry("131016", "outage"),
            entry("131031", "outage"),
            entry("131057", "outage"),
            entry("133004", "outage"));

    /** Categories and origins of messages with which the business comes to the customer: by template, outside a window. */
    private static final Set<String> BY_BUSINESS = Set.of(
            "business_initiated",
            "marketing",
            "marketing_lite",
            "utility",
            "authentication",
            "authentication_international");

    private static final String FREE_IN_WINDOW = "free_customer_service";

    private static final Set<String> KNOWN = Set.of("delivered", "read", "played", "deleted", "warning");

    private Statuses() {}

    static Translation of(Message value, Message status) {
        String word = status.word("status");
        String type = "statuses." + word;
        if (KNOWN.contains(word)) {
            return Translation.nothing(type);
        }
        if (!word.equals("sent") && !word.equals("failed")) {
            return Translation.unknown();
        }
        String id = status.text("id");
        Instant time = status.anyTime("timestamp");
        var thread = Numbers.thread(value, status, "recipient_id", "recipient_user_id");
        if (id == null || time == null || thread == null) {
            String field = id == null ? "id" : time == null ? "timestamp" : "recipient_id";
            return Translation.missing("statuses." + field, "send Meta's webhook as it is", status);
        }
        return word.equals("sent")
                ? Translation.of(type, sent(thread, status, id, time))
                : failed(type, thread, status, id, time);
    }

    private static Draft sent(Conversation thread, Message status, String id, Instant time) {
        Message conversation = status.object("conversation");
        String conversationId = conversation.text("id");
        Message pricing = status.object("pricing");
        // A template inside the customer's own window is an answer, whatever its category.
        boolean byBusiness = !pricing.word("type").equals(FREE_IN_WINDOW)
                && (BY_BUSINESS.contains(conversation.object("origin").word("type"))
                        || BY_BUSINESS.contains(pricing.word("category")));
        Draft draft = byBusiness
                ? thread.outbound(Numbers.eventId(id), time)
                : thread.fromBusiness(Numbers.eventId(id), time, status.word("biz_opaque_callback_data"));
        // Meta's conversation is a window of 24 hours for its price, seen on answers alone: no contact, but a common
        // thread.
        return draft.with(
                "references", conversationId == null ? List.of() : List.of("whatsapp-conversation:" + conversationId));
    }

    private static Translation failed(String type, Conversation thread, Message status, String id, Instant time) {
        for (Message error : status.objects("errors")) {
            String reason = UNAVAILABLE.get(String.valueOf(error.text("code")));
            if (reason != null) {
                return Translation.of(
                        type,
                        thread.draft(EventType.CONTACT_UNAVAILABLE, Numbers.eventId(id) + ":failed", time)
                                .with("reason", reason));
            }
        }
        return Translation.nothing(type);
    }
}
