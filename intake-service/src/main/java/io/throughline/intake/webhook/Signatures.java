package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What signature checks have in common. Comparisons take the same time wherever the difference is. */
public final class Signatures {

    private static final int HASH_ID_LENGTH = 22;

    private Signatures() {}

    /** HMAC-SHA256 of some byte strings, one after the other. */
    public static byte[] hmacSha256(byte[] key, byte[]... parts) {
        return hmac("HmacSHA256", key, parts);
    }

    /** HMAC-SHA1 of some byte strings, one after the other: some platforms still sign so. */
    public static byte[] hmacSha1(byte[] key, byte[]... parts) {
        return hmac("HmacSHA1", key, parts);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
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

    /** Whether a header holds these bytes in hexadecimal digits, after a prefix such as {@code sha256=}. */
    public static boolean equalHex(@Nullable String given, String prefix, byte[] expected) {
        return equal(
                given == null ? null : given.toLowerCase(Locale.ROOT),
                prefix + HexFormat.of().formatHex(expected));
    }

    /** SHA-256. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A name for these bytes. */
    public static String hashId(byte[]... parts) {
        return Base64.getUrlEncoder().encodeToString(sha256(parts)).substring(0, HASH_ID_LENGTH);
    }
}
