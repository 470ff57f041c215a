package io.throughline.intake.webhook.freshdesk;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;

/**
 * Freshdesk signs nothing; a webhook of an automation rule can have headers of one's own, basic authentication and a URL.
 * One of them must hold the connection's secret.
 *
 * @see <a href="https://support.freshdesk.com/support/solutions/articles/132589-using-webhooks-in-automation-rules">Webhooks
 *     in automation rules</a>
 */
public final class Freshdesk implements Platform {

    @Override
    public String name() {
        return "freshdesk";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeaderOrQuery(request, connection);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        return Webhooks.translate(message, delivery);
    }
}
