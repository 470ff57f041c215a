package io.throughline.intake.webhook.twilio;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Twilio: one URL takes the callbacks of TaskRouter, Conversations, Voice and Messaging, which are forms, and Event
 * Streams, which are JSON arrays of CloudEvents. The connection's secret is the account's auth token.
 *
 * @see <a href="https://www.twilio.com/docs/taskrouter/api/event/reference">TaskRouter events</a>
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations webhooks</a>
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#statuscallback">Voice status callbacks</a>
 * @see <a href="https://www.twilio.com/docs/events/event-types">Event Streams</a>
 */
public final class Twilio implements Platform {

    private static final String TASK_ROUTER = "com.twilio.taskrouter.";
    private static final String CONVERSATIONS = "com.twilio.conversations.";
    private static final String INCOMING_MESSAGE = "com.twilio.messaging.inbound-message.received";
    private static final String VOICE = "com.twilio.voice.status-callback.";

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return RequestSignature.isValid(request, connection);
    }

    /** Twilio repeats a request under the same idempotency token. */
    @Override
    public Delivery delivery(WebhookRequest request, Instant now) {
        String token = request.header("I-Twilio-Idempotency-Token");
        return new Delivery(token == null ? Signatures.hashId(request.body()) : token, now);
    }

    @Override
    public List<@Nullable Object> read(WebhookRequest request) throws UnreadableJson {
        if (isForm(request)) {
            var parameters = WebhookRequest.parameters(new String(request.body(), StandardCharsets.UTF_8));
            return Collections.singletonList(parameters);
        }
        Object tree = JsonReader.read(request.body());
        return tree instanceof List<?> events ? new ArrayList<>(events) : Collections.singletonList(tree);
    }

    @Override
    public boolean wantsNoContent() {
        return true;
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        var fields = Fields.of(message, delivery);
        String type = message.has("specversion") ? message.text("type") : null;
        if (type != null) {
            return ofEventStreams(type.toLowerCase(Locale.ROOT), fields);
        }
        String eventType = fields.word("EventType");
        if (eventType.startsWith("on")) {
            return ConversationEvents.translate(eventType, fields);
        }
        if (eventType.contains(".")) {
            return TaskEvents.translate(eventType, fields);
        }
        if (fields.text("CallSid") != null) {
            return CallEvents.translate(fields);
        }
        return fields.text("MessageSid") != null || fields.text("SmsSid") != null
                ? MessagingEvents.translate(fields)
                : Translation.unknown();
    }

    private static Translation ofEventStreams(String type, Fields fields) {
        if (type.startsWith(TASK_ROUTER)) {
            return TaskEvents.translate(type.substring(TASK_ROUTER.length()), fields);
        }
        if (type.startsWith(CONVERSATIONS)) {
            // conversation-state.updated is what the callback calls onConversationStateUpdated.
            String event = type.substring(CONVERSATIONS.length()).replaceAll("[.-]", "");
            return ConversationEvents.translate("on" + event, fields);
        }
        if (type.equals(INCOMING_MESSAGE)) {
            return MessagingEvents.translate(fields);
        }
        return type.startsWith(VOICE) ? CallEvents.translate(fields) : Translation.unknown();
    }

    static boolean isForm(WebhookRequest request) {
        String contentType = request.header("Content-Type");
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }
}
