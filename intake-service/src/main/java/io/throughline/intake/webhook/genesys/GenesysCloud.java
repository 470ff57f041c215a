package io.throughline.intake.webhook.genesys;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;

/**
 * Genesys Cloud signs nothing: its events go to a partner event bus of EventBridge, and an API destination or a trigger's
 * data action sends them on with a header of one's own, which must hold the connection's secret.
 *
 * @see <a href="https://developer.genesys.cloud/analyticsdatamanagement/analytics/notifications">Analytics detail
 *     events</a>
 */
public final class GenesysCloud implements Platform {

    @Override
    public String name() {
        return "genesys";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeader(request, connection);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        return DetailEvents.translate(message);
    }
}
