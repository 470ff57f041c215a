package io.throughline.intake.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys, of which every other key is derived: the present one, and those before it while they are needed. What
 * rests under an older key can be read; what is new is made with the present one.
 */
public final class MasterKeys {

    /** Where they are configured: base64 of 32 bytes each, comma separated, the present one first. */
    public static final String PROPERTY = "throughline.token-key";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String REMEDY = ", not " + BYTES + "; make one with: openssl rand -base64 32";

    private final List<SecretKeySpec> keys;

    private MasterKeys(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys that a text lists.
     *
     * @throws IllegalArgumentException when one is not 32 bytes in base64; the message never quotes it
     */
    public static MasterKeys parse(String text) {
        var keys = new ArrayList<SecretKeySpec>();
        for (String key : text.split(",", -1)) {
            keys.add(new SecretKeySpec(bytes(key.strip()), ALGORITHM));
        }
        return new MasterKeys(keys);
    }

    /**
     * The keys for one purpose, the present one first: HMAC-SHA256 of the purpose under each master key.
     *
     * @param purpose a tenant's name, or words with a blank, which no tenant's name has
     */
    public List<byte[]> derive(String purpose) {
        return keys.stream().map(key -> derive(key, purpose)).toList();
    }

    private static byte[] derive(SecretKeySpec key, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            // Never with the decoder's text, which quotes the key.
            throw new IllegalArgumentException(PROPERTY + " is no base64" + REMEDY);
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(PROPERTY + " has " + bytes.length + " bytes" + REMEDY);
        }
        return bytes;
    }
}
