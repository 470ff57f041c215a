package io.throughline.intake.webhook;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A platform that plugs in: how its requests prove themselves, and what its messages mean. Without state. */
public interface Platform {

    /** As in the path of its webhooks, e.g. {@code zendesk}. */
    String name();

    /** Whether the request comes from the platform, as the connection's secret proves. */
    boolean isAuthentic(WebhookRequest request, Connection connection, Instant now);

    /** Which {@link Connection#settings} it knows. */
    default Set<String> settings() {
        return Set.of();
    }

    /** The answer to a GET by which the platform asks whether the webhook is wanted; empty where that is not proven. */
    default Optional<String> handshake(WebhookRequest request, Connection connection) {
        return Optional.empty();
    }

    /** An address at the platform that an authentic request wants visited, to confirm that the webhook is wanted. */
    default Optional<URI> confirmation(WebhookRequest request, Connection connection) {
        return Optional.empty();
    }

    /** How the delivery of an authentic request is named and dated; by its content where the platform gives no name. */
    default Delivery delivery(WebhookRequest request, Instant now) {
        return new Delivery(Signatures.hashId(request.body()), now);
    }

    /**
     * The messages of a request, as trees of JDK types; one JSON document unless the platform sends something else.
     *
     * @throws UnreadableJson when the body is nothing that the platform sends
     */
    default List<@Nullable Object> read(WebhookRequest request) throws UnreadableJson {
        return Collections.singletonList(JsonReader.read(request.body()));
    }

    /** What one message means: a pure function, the adapter proper. */
    Translation translate(Message message, Delivery delivery);

    /** Whether success is 204 without a body; else it is 200 with a {@link WebhookAnswer}. */
    default boolean wantsNoContent() {
        return false;
    }
}
