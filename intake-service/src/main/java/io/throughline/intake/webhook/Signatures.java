package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What signature checks have in common. Comparisons take the same time wherever the difference is. */
public final class Signatures {

    private static final int HASH_ID_LENGTH = 22;

    private Signatures() {}

    /** HMAC-SHA256 of some byte strings, one after the other. */
    public static byte[] hmacSha256(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether a header holds the secret itself. */
    public static boolean equal(@Nullable String given, String secret) {
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    /** Whether a header holds these bytes in base64. */
    public static boolean equalBase64(@Nullable String given, byte[] expected) {
        return equal(given, Base64.getEncoder().encodeToString(expected));
    }

    /** A name for these bytes. */
    public static String hashId(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Base64.getUrlEncoder().encodeToString(digest.digest()).substring(0, HASH_ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
