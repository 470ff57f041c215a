package io.throughline.intake.webhook.messenger;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import io.throughline.intake.webhook.meta.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messenger of a Facebook page; Instagram messaging, which has the same form. A webhook holds entries of several pages,
 * and each entry several events; those of threads that another app holds come under {@code standby}.
 */
public final class Messenger implements Platform {

    @Override
    public String name() {
        return "messenger";
    }

    @Override
    public Set<String> settings() {
        return Meta.SETTINGS;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return Meta.isSigned(request, connection);
    }

    @Override
    public Optional<String> handshake(WebhookRequest request, Connection connection) {
        return Meta.challenge(request, connection);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        if (message.list("entry").isEmpty()) {
            return Translation.missing("entry", "send Meta's webhook as it is, with its entries");
        }
        String channel = message.word("object").equals("instagram") ? "instagram" : "messenger";
        var parts = new ArrayList<Translation>();
        for (Message entry : message.objects("entry")) {
            for (Message event : events(entry)) {
                parts.add(ThreadEvents.translate(channel, entry, event));
            }
        }
        return parts.isEmpty() ? Translation.unknown() : new Translation.Batch(parts);
    }

    /** A change has the same event as its value: Instagram's form, and that of the dashboard's test button. */
    private static List<Message> events(Message entry) {
        var events = new ArrayList<>(entry.objects("messaging"));
        events.addAll(entry.objects("standby"));
        for (Message change : entry.objects("changes")) {
            events.add(change.object("value"));
        }
        return events;
    }
}
