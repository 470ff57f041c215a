package io.throughline.intake.webhook.amazonses;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * E-mail by Amazon SES, through a topic of Amazon SNS that is subscribed over HTTPS. The proof is the connection's secret
 * in the URL or a header, or SNS' signature, where the connection names its topic and where certificates come from.
 */
public final class AmazonSes implements Platform {

    /**
     * SNS sends at most 256 KiB. As text within JSON they are up to three times as long (six characters for two bytes),
     * and the envelope comes on top.
     */
    private static final int MAX_SIGNED_BYTES = 1024 * 1024;

    private final SnsSignatures signatures = new SnsSignatures();

    @Override
    public String name() {
        return "amazon-ses";
    }

    @Override
    public Set<String> settings() {
        return SnsSignatures.SETTINGS;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeaderOrQuery(request, connection)
                || signatures.areValid(envelope(request, connection), connection);
    }

    /** SNS wants an address visited before it sends anything; only for the connection's own topic, and only at AWS. */
    @Override
    public Optional<URI> confirmation(WebhookRequest request, Connection connection) {
        Message envelope = envelope(request, connection);
        return envelope.word("Type").equals("subscriptionconfirmation")
                        && SnsSignatures.isOwnTopic(envelope, connection)
                ? SnsSignatures.address(envelope.text("SubscribeURL"))
                : Optional.empty();
    }

    /** The notifications within: SNS wraps them as text, unless raw delivery is on; Lambda functions get several. */
    @Override
    public List<@Nullable Object> read(WebhookRequest request) throws UnreadableJson {
        Object tree = JsonReader.read(request.body());
        var notifications = new ArrayList<@Nullable Object>();
        for (Message message : Message.of(tree).objects("Records")) {
            Message sns = message.object("Sns");
            notifications.add(sns.isEmpty() ? message.object("ses").tree() : unwrapped(sns));
        }
        return notifications.isEmpty()
                ? Collections.singletonList(Message.of(tree).has("Message") ? unwrapped(Message.of(tree)) : tree)
                : notifications;
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        return Notifications.translate(message);
    }

    /** What is no notification of SES (a test, a confirmation) stays as it is. */
    private static @Nullable Object unwrapped(Message envelope) throws UnreadableJson {
        String text = envelope.text("Message");
        return text != null && text.startsWith("{")
                ? JsonReader.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : envelope.tree();
    }

    /** Read before the sender has proved anything: its texts alone, and only where a signature can be the proof. */
    private static Message envelope(WebhookRequest request, Connection connection) {
        if (connection.setting("topicArn") == null || request.body().length > MAX_SIGNED_BYTES) {
            return Message.of(null);
        }
        try {
            return Message.of(JsonReader.readTexts(request.body()));
        } catch (UnreadableJson e) {
            return Message.of(null);
        }
    }
}
