package io.throughline.intake.webhook.intercom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;

/**
 * Intercom signs the body with HMAC-SHA1, keyed by the app's client secret: {@code X-Hub-Signature: sha1=<hex>}. It signs
 * no time, so a repeated delivery is only known by the notification's id.
 *
 * @see <a href="https://developers.intercom.com/docs/webhooks/webhook-notifications">Signed notifications</a>
 */
public final class Intercom implements Platform {

    @Override
    public String name() {
        return "intercom";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        byte[] expected = Signatures.hmacSha1(connection.secret().getBytes(UTF_8), request.body());
        return Signatures.equalHex(request.header("X-Hub-Signature"), "sha1=", expected);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        return Notifications.translate(message);
    }
}
