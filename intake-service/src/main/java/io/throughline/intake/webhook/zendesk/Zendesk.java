package io.throughline.intake.webhook.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.domain.Times;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk signs time stamp and body with HMAC-SHA256, keyed by the text of the secret as it is shown; it looks like base64
 * but is not decoded.
 */
public final class Zendesk implements Platform {

    private static final String SIGNATURE = "X-Zendesk-Webhook-Signature";
    private static final String TIMESTAMP = "X-Zendesk-Webhook-Signature-Timestamp";
    private static final String INVOCATION = "X-Zendesk-Webhook-Invocation-Id";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    @Override
    public String name() {
        return "zendesk";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        String timestamp = request.header(TIMESTAMP);
        Instant signedAt = time(timestamp);
        if (timestamp == null
                || signedAt == null
                || Duration.between(signedAt, now).abs().compareTo(connection.signatureWindow()) > 0) {
            return false;
        }
        byte[] expected =
                Signatures.hmacSha256(connection.secret().getBytes(UTF_8), timestamp.getBytes(UTF_8), request.body());
        return Signatures.equalBase64(request.header(SIGNATURE), expected);
    }

    @Override
    public Delivery delivery(WebhookRequest request, Instant now) {
        String timestamp = request.header(TIMESTAMP);
        Instant signedAt = time(timestamp);
        String invocation = request.header(INVOCATION);
        String id = invocation != null
                ? invocation
                : Signatures.hashId(String.valueOf(timestamp).getBytes(UTF_8), request.body());
        return new Delivery(id, signedAt == null ? now : signedAt);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        String type = message.text("type");
        if (type != null && type.startsWith(TicketEvents.PREFIX)) {
            return TicketEvents.translate(type.substring(TicketEvents.PREFIX.length()), message);
        }
        if (message.has("visitor") && message.has("session")) {
            return Chats.translate(message);
        }
        if (message.has("satisfaction_rating")) {
            return Ratings.translate(message.object("satisfaction_rating"), delivery);
        }
        if (message.has("score") && message.has("ticket_id")) {
            return Ratings.translate(message, delivery);
        }
        return Triggers.translate(message, delivery);
    }

    /** ISO 8601 as Zendesk sends it, or seconds since 1970 as in the published example. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return SECONDS.matcher(text).matches() ? Instant.ofEpochSecond(Long.parseLong(text)) : Times.parse(text);
    }
}
