package io.throughline.local.bench;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the identifiers of simulated events to tokens of the form that intake gives them. Not for several threads. */
final class Tokens {

    private static final int LENGTH = 22;
    private static final int SUBSCRIBER_DIGITS = 8;

    private final Mac mac;

    /** @param key any text; the same gives the same tokens */
    Tokens(String key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The event as intake puts it on its topic. */
    ContactEvent accepted(ContactEvent event, String tenant) {
        var context = event.data().context();
        var data = context.identifiers().isEmpty()
                ? event.data()
                : event.data()
                        .withContext(context.withIdentifiers(
                                context.identifiers().stream().map(this::token).toList()));
        return event.withData(data).receivedFor(tenant, event.time());
    }

    private Identifier token(Identifier raw) {
        return raw.value() == null ? raw : of(raw.type(), raw.value());
    }

    /** The token of a raw identifier. */
    Identifier of(String type, String value) {
        var hash = mac.doFinal((type + ":" + normalised(type, value)).getBytes(StandardCharsets.UTF_8));
        return Identifier.tokenised(
                type, Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH));
    }

    /** The simulator writes one phone number with country, without, and with blanks: its last digits are the same. */
    private static String normalised(String type, String value) {
        if (!type.equals("phone") && !type.equals("whatsapp")) {
            return value.toLowerCase(Locale.ROOT);
        }
        var digits = value.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - SUBSCRIBER_DIGITS));
    }
}
