package io.throughline.intake.webhook.telegram;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Conversation;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Telegram bots: one update a webhook. Nothing is signed; a header holds the secret that {@code setWebhook} was given. */
public final class Telegram implements Platform {

    private static final String CHANNEL = "telegram";

    /** What an update's one field besides its id means. */
    private static final List<Entry<String, Reading>> TABLE = List.of(
            entry("message", Telegram::message),
            entry("business_message", Telegram::businessMessage),
            entry("callback_query", Telegram::button));

    /** Edits, channels, groups, payments, polls, and what is typed into other chats. */
    private static final Set<String> NOTHING = Set.of(
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "edited_business_message",
            "deleted_business_messages",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost");

    /** What Telegram writes into a chat by itself. */
    private static final List<String> SERVICE_MESSAGES = List.of(
            "new_chat_members",
            "left_chat_member",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "channel_chat_created",
            "message_auto_delete_timer_changed",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "pinned_message",
            "write_access_allowed",
            "chat_background_set");

    /** Reads the field's object, given the update's id. */
    private interface Reading {
        List<Draft> read(Message body, String updateId, Delivery delivery);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return Signatures.equal(request.header("X-Telegram-Bot-Api-Secret-Token"), connection.secret());
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        String updateId = message.text("update_id");
        if (updateId == null) {
            return Translation.missing("update_id", "send Telegram's update as it is");
        }
        for (var row : TABLE) {
            Message body = message.object(row.getKey());
            if (!body.isEmpty()) {
                return read(row.getKey(), body, row.getValue().read(body, updateId, delivery));
            }
        }
        return NOTHING.stream()
                .filter(message::has)
                .findFirst()
                .map(Translation::nothing)
                .orElseGet(Translation::unknown);
    }

    private static Translation read(String type, Message body, List<Draft> drafts) {
        if (body.object("from").text("id") == null && body.object("sender_chat").isEmpty()) {
            return Translation.missing(type + ".from.id", "send Telegram's update as it is, with its sender");
        }
        return new Translation.Events(type, drafts);
    }

    private static List<Draft> message(Message message, String updateId, Delivery delivery) {
        Message from = message.object("from");
        String user = from.text("id");
        if (user == null || from.isTrue("is_bot") || SERVICE_MESSAGES.stream().anyMatch(message::has)) {
            return List.of();
        }
        Instant time = time(message, delivery);
        var thread = new Conversation(CHANNEL, "", CHANNEL, user);
        var drafts = new ArrayList<Draft>();
        drafts.add(thread.fromCustomer(updateId, time).with("language", from.text("language_code")));
        // With the button for it, customers share their own number; another's contact card is somebody else.
        Message contact = message.object("contact");
        if (user.equals(contact.text("user_id")) && contact.has("phone_number")) {
            drafts.add(thread.draft(EventType.CONTACT_IDENTIFIED, updateId + ":contact", time)
                    .with(
                            "identifiers",
                            Draft.identifiers(CHANNEL, user, "phone", international(contact.text("phone_number")))));
        }
        return drafts;
    }

    /** A chat of a business account that the bot is connected to: the chat is the customer's, whoever writes. */
    private static List<Draft> businessMessage(Message message, String updateId, Delivery delivery) {
        String customer = message.object("chat").text("id");
        String sender = message.object("from").text("id");
        if (customer == null || sender == null) {
            return List.of();
        }
        Instant time = time(message, delivery);
        var thread = new Conversation(CHANNEL, "", CHANNEL, customer);
        boolean byBot = message.has("sender_business_bot");
        return List.of(
                customer.equals(sender)
                        ? thread.fromCustomer(updateId, time)
                        : thread.fromBusiness(updateId, time, byBot ? "bot" : "agent"));
    }

    /** A button under one of the bot's messages. Telegram says when that was sent, not when the button was pressed. */
    private static List<Draft> button(Message query, String updateId, Delivery delivery) {
        String user = query.object("from").text("id");
        return user == null
                ? List.of()
                : List.of(new Conversation(CHANNEL, "", CHANNEL, user).fromCustomer(updateId, delivery.at()));
    }

    private static Instant time(Message message, Delivery delivery) {
        Instant time = message.anyTime("date");
        return time == null ? delivery.at() : time;
    }

    /** Telegram leaves out the +. */
    private static String international(@Nullable String number) {
        return number != null && number.startsWith("+") ? number : "+" + number;
    }
}
