package io.throughline.intake.webhook;

import java.time.Instant;

/** A platform that plugs in: how its requests prove themselves, and what its messages mean. Without state. */
public interface Platform {

    /** As in the path of its webhooks, e.g. {@code zendesk}. */
    String name();

    /** Whether the request comes from the platform, as the connection's secret proves. */
    boolean isAuthentic(WebhookRequest request, Connection connection, Instant now);

    /** How the delivery of an authentic request is named and dated. */
    Delivery delivery(WebhookRequest request, Instant now);

    /** What one message means: a pure function, the adapter proper. */
    Translation translate(Message message, Delivery delivery);
}
