package io.throughline.intake.webhook.twilio;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is reached.
 *
 * @param channel where a message from there belongs
 * @param identifierType as the contract has it
 */
record Address(String channel, String identifierType, String value) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,15}");

    /** The prefix of an address, and the identifier it is. */
    private static final Map<String, String> PREFIXES =
            Map.of("whatsapp", "whatsapp", "messenger", "messenger", "viber", "viber", "instagram", "instagram");

    /** Null for what is no address: a chat identity, a worker's SIP address, {@code client:alice}. */
    static @Nullable Address of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        // A group's address is in brackets.
        String address = text.strip().replaceAll("^\\[|]$", "");
        int colon = address.indexOf(':');
        if (colon > 0) {
            String type = PREFIXES.get(address.substring(0, colon).toLowerCase(Locale.ROOT));
            return type == null ? null : new Address(type, type, address.substring(colon + 1));
        }
        if (NUMBER.matcher(address).matches()) {
            return new Address("sms", "phone", address);
        }
        return address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? new Address("email", "email", address) : null;
    }
}
