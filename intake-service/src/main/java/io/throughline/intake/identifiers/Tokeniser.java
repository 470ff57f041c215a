package io.throughline.intake.identifiers;

import io.throughline.intake.keys.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a normalised identifier by a token: the first {@value #LENGTH} characters (132 bits) of
 * {@code base64url(HMAC-SHA256(tenantKey, type + ":" + normalised))}, with
 * {@code tenantKey = HMAC-SHA256(masterKey, tenant)}. The same person has unrelated tokens at two tenants, and without
 * the key nobody can try out all telephone numbers. Why keyed, and how keys change: docs/decisions/0006-intake.md.
 */
final class Tokeniser {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 22;

    private final MasterKeys masterKeys;
    /** A Mac with its key set is costly to make and cheap to clone. */
    private final ConcurrentHashMap<String, Mac> byTenant = new ConcurrentHashMap<>();

    Tokeniser(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    String token(String tenant, String type, String normalised) {
        try {
            Mac mac = (Mac) byTenant.computeIfAbsent(tenant, this::tenantMac).clone();
            byte[] hash = mac.doFinal((type + ":" + normalised).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }

    private Mac tenantMac(String tenant) {
        return mac(new SecretKeySpec(masterKeys.derive(tenant).getFirst(), ALGORITHM));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
