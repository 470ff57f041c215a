package io.throughline.journey.domain;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Names that follow from what they name, so that the order of arrival never shows in them. */
public final class Ids {

    /** 22 characters of base64url hold 132 bits: no two ever meet. */
    private static final int LENGTH = 22;

    private Ids() {}

    /** A journey is named by its first contact. */
    public static String journey(String tenant, ContactRef first) {
        return "j_" + hash(tenant, first.source(), first.contactId());
    }

    /** A switch is named by its two contacts. */
    public static String channelSwitch(String tenant, ContactRef from, ContactRef to) {
        return "s_" + hash(tenant, from.source(), from.contactId(), to.source(), to.contactId());
    }

    /** The first 22 characters of the base64url of SHA-256 over the parts, joined as in {@link Keys}. */
    public static String hash(String... parts) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Keys.join(parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
