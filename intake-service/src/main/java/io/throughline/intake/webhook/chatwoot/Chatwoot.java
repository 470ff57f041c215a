package io.throughline.intake.webhook.chatwoot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chatwoot signs {@code <time stamp>.<body>} with HMAC-SHA256: {@code X-Chatwoot-Signature: sha256=<hex>}. Older versions
 * sign nothing, and let one choose nothing but the URL: then the secret is in its query. A delivery that fails is never
 * repeated.
 *
 * @see <a href="https://www.chatwoot.com/hc/user-guide/articles/1677693021-how-to-use-webhooks">Webhooks</a>
 */
public final class Chatwoot implements Platform {

    private static final String SIGNATURE = "X-Chatwoot-Signature";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    @Override
    public String name() {
        return "chatwoot";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        String signature = request.header(SIGNATURE);
        if (signature == null) {
            return SharedSecret.inHeaderOrQuery(request, connection);
        }
        String timestamp = request.header("X-Chatwoot-Timestamp");
        Instant signedAt = seconds(timestamp);
        if (timestamp == null
                || signedAt == null
                || Duration.between(signedAt, now).abs().compareTo(connection.signatureWindow()) > 0) {
            return false;
        }
        byte[] expected = Signatures.hmacSha256(
                connection.secret().getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), request.body());
        return Signatures.equalHex(signature, "sha256=", expected);
    }

    @Override
    public Delivery delivery(WebhookRequest request, Instant now) {
        String id = request.header("X-Chatwoot-Delivery");
        Instant sentAt = seconds(request.header("X-Chatwoot-Timestamp"));
        return new Delivery(id == null ? Signatures.hashId(request.body()) : id, sentAt == null ? now : sentAt);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        return Events.translate(message, delivery);
    }

    private static @Nullable Instant seconds(@Nullable String text) {
        return text != null && SECONDS.matcher(text).matches() ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
    }
}
