package io.throughline.intake.webhook.whatsapp;

import static java.util.Map.entry;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** WhatsApp Cloud API: a webhook holds changes of several accounts, and each change several messages and statuses. */
public final class WhatsApp implements Platform {

    /** What each field that can be subscribed to says. The rest of those that Meta documents concern the account alone. */
    private static final Map<String, Function<Message, List<Translation>>> FIELDS = Map.ofEntries(
            entry("messages", WhatsApp::messages),
            entry("message_echoes", Messages::echoes),
            entry("smb_message_echoes", Messages::echoes),
            entry("calls", Calls::of));

    private static final Set<String> ADMINISTRATION = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "automatic_events",
            "business_capability_update",
            "business_status_update",
            "flows",
            "history",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "messaging_handovers",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "smb_app_state_sync",
            "template_category_update",
            "tracking_events",
            "user_preferences");

    @Override
    public String name() {
        return "whatsapp";
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
        var parts = new ArrayList<Translation>();
        for (Message entry : message.objects("entry")) {
            for (Message change : entry.objects("changes")) {
                parts.addAll(change(change));
            }
        }
        return parts.isEmpty() ? Translation.unknown() : new Translation.Batch(parts);
    }

    private static List<Translation> change(Message change) {
        String field = String.valueOf(change.text("field")).toLowerCase(Locale.ROOT);
        if (ADMINISTRATION.contains(field)) {
            return List.of(Translation.nothing(field));
        }
        var table = FIELDS.get(field);
        var parts = table == null ? List.<Translation>of() : table.apply(change.object("value"));
        return parts.isEmpty() ? List.of(Translation.unknown()) : parts;
    }

    private static List<Translation> messages(Message value) {
        var parts = new ArrayList<Translation>();
        for (Message message : value.objects("messages")) {
            parts.add(Messages.received(value, message));
        }
        for (Message status : value.objects("statuses")) {
            parts.add(Statuses.of(value, status));
        }
        if (parts.isEmpty() && value.has("errors")) {
            // An error of app or account: no customer is concerned.
            parts.add(Translation.nothing("errors"));
        }
        return parts;
    }
}
