package io.throughline.intake.webhook.messenger;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Conversation;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Pseudonym;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event of a thread. Its type is the name of the field that holds it. */
final class ThreadEvents {

    /** The app of Meta's own inbox, in which people answer. */
    private static final String PAGE_INBOX = "263902037430900";

    /** What each type means. */
    private static final List<Entry<String, Function<Happening, List<Draft>>>> TABLE = List.of(
            entry("message", ThreadEvents::message),
            entry("postback", happening -> List.of(happening.turn())),
            entry("pass_thread_control", ThreadEvents::handedOver),
            entry("take_thread_control", ThreadEvents::handedOver),
            entry("account_linking", ThreadEvents::linked),
            entry("messaging_feedback", Feedback::answers));

    /** Receipts, reactions, roles, requests of other apps: nothing about how the customer fared. */
    private static final List<String> NOTHING = List.of(
            "read",
            "delivery",
            "reaction",
            "message_edit",
            "optin",
            "referral",
            "request_thread_control",
            "app_roles",
            "policy_enforcement",
            "game_play",
            "payment");

    /**
     * One event.
     *
     * @param fromPage whether the page sent it, and the customer got it
     * @param body of the field that names its type
     */
    record Happening(Conversation thread, boolean fromPage, Instant time, Message body) {

        /** Named by Meta's message id; what has none, by customer and moment. */
        String id() {
            String messageId = body.text("mid");
            return messageId != null
                    ? messageId
                    : Pseudonym.of(thread.identifierType(), thread.customer()) + "@" + time.toEpochMilli();
        }

        Draft turn() {
            return thread.fromCustomer(id(), time);
        }

        Draft draft(EventType type, String what) {
            return thread.draft(type, id() + ":" + what, time);
        }
    }

    private ThreadEvents() {}

    /** @param entry whose {@code id} is the page's or account's */
    static Translation translate(String channel, Message entry, Message event) {
        for (var row : TABLE) {
            if (event.has(row.getKey())) {
                return translate(channel, entry, event, row.getKey(), row.getValue());
            }
        }
        return NOTHING.stream()
                .filter(event::has)
                .findFirst()
                .map(Translation::nothing)
                .orElseGet(Translation::unknown);
    }

    private static Translation translate(
            String channel, Message entry, Message event, String type, Function<Happening, List<Draft>> meaning) {
        Message body = event.object(type);
        boolean fromPage = body.isTrue("is_echo");
        String customer = event.object(fromPage ? "recipient" : "sender").firstText("id", "user_ref");
        String page = event.object(fromPage ? "sender" : "recipient").text("id");
        Instant time = event.firstTime("timestamp");
        if (customer == null) {
            return Translation.missing(fromPage ? "recipient.id" : "sender.id", "send Meta's webhook as it is", event);
        }
        if (time == null) {
            return Translation.missing("timestamp", "send Meta's webhook as it is", event);
        }
        String business = page != null ? page : entry.text("id");
        var thread = new Conversation(channel, Objects.requireNonNullElse(business, ""), channel, customer);
        return new Translation.Events(type, meaning.apply(new Happening(thread, fromPage, time, body)));
    }

    /** An echo is what the page itself sent; the sending app can say in {@code metadata} that it is a bot. */
    private static List<Draft> message(Happening happening) {
        Message message = happening.body();
        if (message.isTrue("is_deleted")) {
            return List.of();
        }
        return List.of(
                happening.fromPage()
                        ? happening.thread().fromBusiness(happening.id(), happening.time(), message.word("metadata"))
                        : happening.turn());
    }

    /**
     * The handover protocol: another app holds the thread. To Meta's inbox it is handed for a person to answer, by the
     * bot; from there, by a person.
     */
    private static List<Draft> handedOver(Happening happening) {
        String to = happening.body().text("new_owner_app_id");
        String from = happening.body().text("previous_owner_app_id");
        if (to == null) {
            return List.of();
        }
        var drafts = new ArrayList<Draft>();
        drafts.add(happening
                .draft(EventType.CONTACT_TRANSFERRED, "handover")
                .with("toQueue", queue(to))
                .with("kind", "queue")
                .with("by", by(from, to)));
        if (to.equals(PAGE_INBOX)) {
            drafts.add(happening.draft(EventType.CONTACT_QUEUED, "queued").with("queue", queue(to)));
        }
        return drafts;
    }

    private static @Nullable String by(@Nullable String from, String to) {
        if (PAGE_INBOX.equals(from)) {
            return "agent";
        }
        return to.equals(PAGE_INBOX) ? "bot" : null;
    }

    private static String queue(String app) {
        return app.equals(PAGE_INBOX) ? "page-inbox" : "app-" + app;
    }

    /** The customer logged in to the business' own account. */
    private static List<Draft> linked(Happening happening) {
        return happening.body().word("status").equals("linked")
                ? List.of(
                        happening.draft(EventType.CONTACT_IDENTIFIED, "linked").with("authenticated", true))
                : List.of();
    }
}
