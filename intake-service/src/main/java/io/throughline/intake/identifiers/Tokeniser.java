package io.throughline.intake.identifiers;

import io.throughline.intake.keys.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
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
    /** Of each tenant one for each master key. A Mac with its key set is costly to make and cheap to clone. */
    private final ConcurrentHashMap<String, List<Mac>> byTenant = new ConcurrentHashMap<>();

    Tokeniser(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    Token token(String tenant, String type, String normalised) {
        byte[] text = (type + ":" + normalised).getBytes(StandardCharsets.UTF_8);
        var tokens = byTenant.computeIfAbsent(tenant, this::macs).stream()
                .map(mac -> token(mac, text))
                .toList();
        return new Token(tokens.getFirst(), tokens.subList(1, tokens.size()));
    }

    private static String token(Mac tenantMac, byte[] text) {
        try {
            byte[] hash = ((Mac) tenantMac.clone()).doFinal(text);
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }

    private List<Mac> macs(String tenant) {
        return masterKeys.derive(tenant).stream().map(Tokeniser::mac).toList();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
