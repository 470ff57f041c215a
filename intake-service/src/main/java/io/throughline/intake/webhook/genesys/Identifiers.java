package io.throughline.intake.webhook.genesys;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the customer is: the far end of the conversation, and the external contact that Genesys Cloud knows them as. */
final class Identifiers {

    /** Type of the identifier that an external contact's id is. */
    private static final String CONTACT = "genesysContact";

    private Identifiers() {}

    /** @param channel as of {@link Words#channel} */
    static List<Map<String, String>> of(Message body, String channel) {
        boolean outbound = Words.key(body, "direction").equals("outbound");
        var identifiers = new ArrayList<Map<String, String>>();
        String type = type(channel);
        String farEnd = outbound ? body.firstText("dnis", "addressTo") : body.firstText("ani", "addressFrom");
        String address = outbound ? body.firstText("addressTo", "dnis") : body.firstText("addressFrom", "ani");
        identifiers.addAll(
                Draft.identifiers(type, bare(type.equals("phone") && !channel.equals("sms") ? farEnd : address)));
        for (Object number : body.list("callbackNumbers")) {
            identifiers.addAll(Draft.identifiers("phone", number instanceof String text ? bare(text) : null));
        }
        identifiers.addAll(Draft.identifiers(CONTACT, body.text("externalContactId")));
        for (Object id : body.list("conversationExternalContactIds")) {
            identifiers.addAll(Draft.identifiers(CONTACT, id instanceof String text ? text : null));
        }
        return identifiers.stream().distinct().toList();
    }

    private static String type(String channel) {
        return switch (channel) {
            case "phone", "callback", "sms", "" -> "phone";
            case "email", "whatsapp", "messenger", "line", "instagram", "social" -> channel;
            // Whoever writes on a site is known by the session in their browser alone.
            default -> "cookie";
        };
    }

    /** {@code tel:+85223456789} and {@code sip:+85223456789@example.com;user=phone} are the number; a name is none. */
    private static @Nullable String bare(@Nullable String address) {
        if (address == null) {
            return null;
        }
        if (address.startsWith("tel:")) {
            return address.substring("tel:".length());
        }
        if (address.startsWith("sip:") || address.startsWith("sips:")) {
            String user = address.substring(address.indexOf(':') + 1).replaceFirst("[@;].*", "");
            return user.matches("\\+?[0-9]+") ? user : null;
        }
        return address;
    }
}
