package io.throughline.intake.webhook.amazonconnect;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the customer is, as Amazon Connect saw it. */
final class Identifiers {

    private Identifiers() {}

    /** By the endpoint, Connect's customer id, and the contact attributes customerId, accountId, email and phone. */
    static List<Map<String, String>> of(Message contact, Message endpoint) {
        var identifiers = new ArrayList<>(Draft.identifiers(
                endpointType(contact, endpoint), endpoint.text("address"), "customerId", contact.text("customerId")));
        identifiers.addAll(CustomAttributes.identifiers(contact.object("attributes")));
        return identifiers.stream().distinct().toList();
    }

    private static @Nullable String endpointType(Message contact, Message endpoint) {
        return switch (Words.upper(endpoint.text("type"))) {
            case "TELEPHONE_NUMBER" -> "whatsapp".equals(Words.channel(contact)) ? "whatsapp" : "phone";
            case "EMAIL_ADDRESS" -> "email";
            default -> null;
        };
    }
}
