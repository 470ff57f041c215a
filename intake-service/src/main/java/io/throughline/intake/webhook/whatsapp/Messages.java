package io.throughline.intake.webhook.whatsapp;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Messages of customers, and those that the business wrote in the WhatsApp Business app. */
final class Messages {

    /** What is no turn: an emoji on another message, and opening the chat. */
    private static final Set<String> NO_TURN = Set.of("reaction", "request_welcome");

    private Messages() {}

    /** Every type is a turn, also those that the API cannot show ({@code unsupported}) and those that come later. */
    static Translation received(Message value, Message message) {
        String type = message.word("type");
        String id = message.text("id");
        Instant time = message.anyTime("timestamp");
        if (NO_TURN.contains(type)) {
            return Translation.nothing("messages." + type);
        }
        if (id == null || time == null) {
            return Translation.missing(
                    id == null ? "messages.id" : "messages.timestamp", "send Meta's webhook as it is", message);
        }
        if (type.equals("system")) {
            return changedNumber(message, id, time);
        }
        var thread = Numbers.thread(value, message, "from", "from_user_id");
        return thread == null
                ? Translation.missing("messages.from", "send Meta's webhook as it is, with the sender", message)
                : Translation.of("messages", thread.fromCustomer(Numbers.eventId(id), time));
    }

    static List<Translation> echoes(Message value) {
        return value.objects("message_echoes").stream()
                .map(message -> echo(value, message))
                .toList();
    }

    /** In the app, people write. */
    private static Translation echo(Message value, Message message) {
        String id = message.text("id");
        Instant time = message.anyTime("timestamp");
        var thread = Numbers.thread(value, message, "to", "to_user_id");
        return id == null || time == null || thread == null
                ? Translation.missing(
                        "message_echoes", "send Meta's webhook as it is, with id, timestamp and to", message)
                : Translation.of("message_echoes", thread.fromBusiness(Numbers.eventId(id), time, "agent"));
    }

    /** The customer took their account to another number: the same person. */
    private static Translation changedNumber(Message message, String id, Instant time) {
        Message system = message.object("system");
        String before = message.text("from");
        String after = system.firstText("wa_id", "new_wa_id");
        if (before == null || after == null || before.equals(after)) {
            return Translation.nothing("messages.system");
        }
        return Translation.of(
                "messages.system",
                Draft.of(EventType.IDENTITY_LINKED, Numbers.eventId(id), Numbers.eventId(id), time)
                        .with("identifiers", Draft.identifiers("whatsapp", before, "whatsapp", after))
                        .with("reason", "number changed"));
    }
}
