package io.throughline.intake.webhook.cloudevents;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.cloudevents.EventHeaders;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends CloudEvents by themselves, structured, in batches or in binary mode. Events of the contract are taken as
 * they are, with their own source. Others are kept where they name what they are about and when, and counted where they do
 * not: nobody here knows what they mean.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP
 *     binding</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md">Web hooks: the secret as
 *     bearer token or in {@code access_token}</a>
 */
public final class CloudEventSender implements Platform {

    private static final String REMEDY = "send CloudEvents 1.0: structured, a batch, or binary with ce- headers";

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeaderOrQuery(request, connection);
    }

    @Override
    public List<@Nullable Object> read(WebhookRequest request) throws UnreadableJson {
        String type = mediaType(request.header("Content-Type"));
        Map<String, String> attributes = EventHeaders.attributes(single(request.headers()));
        if (!type.startsWith("application/cloudevents") && attributes.containsKey("specversion")) {
            return Collections.singletonList(binary(attributes, type, request.body()));
        }
        Object tree = JsonReader.read(request.body());
        return tree instanceof List<?> batch ? new ArrayList<>(batch) : Collections.singletonList(tree);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        for (String attribute : List.of("specversion", "id", "source", "type")) {
            if (message.text(attribute) == null) {
                return Translation.missing(attribute, REMEDY);
            }
        }
        String type = String.valueOf(message.text("type"));
        EventType known = EventType.of(type);
        if (known == null && !type.startsWith(EventType.PREFIX)) {
            boolean kept = message.text("subject") != null && message.time("time") != null;
            return kept ? new Translation.Document(Translation.OTHER, message.tree()) : Translation.unknown();
        }
        return new Translation.Document(
                known == null ? Translation.OTHER : type.substring(EventType.PREFIX.length()), message.tree());
    }

    /** Data that is no JSON stays unread; what the contract's checks then say of it is right. */
    private static Map<String, @Nullable Object> binary(Map<String, String> attributes, String type, byte[] body)
            throws UnreadableJson {
        var event = new LinkedHashMap<String, @Nullable Object>(attributes);
        boolean json = type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
        if (!json) {
            event.put("datacontenttype", type);
        } else if (body.length > 0) {
            event.put("data", JsonReader.read(body));
        }
        return event;
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> single(Map<String, String> headers) {
        var lists = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
