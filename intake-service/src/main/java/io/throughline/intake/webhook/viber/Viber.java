package io.throughline.intake.webhook.viber;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Set;

/**
 * Viber bots. Message tokens are whole numbers beyond 2^53, which a JSON reader of floating-point numbers would change;
 * they are read and kept as they are.
 */
public final class Viber implements Platform {

    private static final String CHANNEL = "viber";

    /**
     * Setting up, subscriptions, receipts, and a chat that was opened but not written in. That a message {@code failed} on
     * its way to a telephone says nothing about the channel.
     */
    private static final Set<String> NOTHING = Set.of(
            "webhook",
            "subscribed",
            "unsubscribed",
            "conversation_started",
            "seen",
            "failed",
            "client_status",
            "action");

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        byte[] expected = Signatures.hmacSha256(connection.secret().getBytes(UTF_8), request.body());
        return Signatures.equalHex(request.header("X-Viber-Content-Signature"), "", expected);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        String event = message.word("event");
        if (event.isEmpty()) {
            return Translation.missing("event", "send Viber's callback as it is, with its event");
        }
        return switch (event) {
            case "message" -> turn(event, message, message.object("sender"), "sender.id");
            case "delivered" -> turn(event, message, message, "user_id");
            default -> NOTHING.contains(event) ? Translation.nothing(event) : Translation.unknown();
        };
    }

    /**
     * A message of the customer; {@code delivered} is the only sign that Viber gives of those that the account sent.
     *
     * @param user has the customer's id, and what else Viber says of them
     * @param idPath where that is, for complaints
     */
    private static Translation turn(String event, Message message, Message user, String idPath) {
        String token = message.text("message_token");
        String customer = user.firstText("id", "user_id");
        Instant time = message.anyTime("timestamp");
        if (token == null || customer == null || time == null) {
            String field = token == null ? "message_token" : customer == null ? idPath : "timestamp";
            return Translation.missing(field, "send Viber's callback as it is, with its " + field);
        }
        var thread = new Conversation(CHANNEL, "", CHANNEL, customer);
        if (event.equals("delivered")) {
            return Translation.of(event, thread.fromBusiness(token, time, null));
        }
        return Translation.of(
                event,
                thread.fromCustomer(token, time)
                        .with("language", user.text("language"))
                        .with("market", Draft.market(user.text("country"))));
    }
}
