package io.throughline.intake.webhook.amazonconnect;

import io.throughline.intake.domain.Problem;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;

/**
 * Amazon Connect signs nothing. An EventBridge API destination sends a header of one's own with each request; it must hold
 * the connection's secret: {@code X-Throughline-Secret}, {@code X-Api-Key} or {@code Authorization: Bearer}.
 */
public final class AmazonConnect implements Platform {

    @Override
    public String name() {
        return "amazon-connect";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeader(request, connection);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        if (message.has("detail-type")) {
            return ContactEventMessages.translate(message);
        }
        if (message.has("ContactId")) {
            return ContactRecords.translate(message);
        }
        if (!message.object("Details").object("ContactData").isEmpty()) {
            return new Translation.Unusable(new Problem(
                    Problem.BODY,
                    Problem.Kind.NOT_ALLOWED,
                    "is what a flow hands to a Lambda function: it says neither what happened nor when",
                    "send contact events through EventBridge, or contact records"));
        }
        return Translation.unknown();
    }
}
