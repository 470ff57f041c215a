package io.throughline.intake.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that rest somewhere: AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D, 8.2.2), under a key
 * that serves nothing else. Sealed text belongs to its place: moved to another it cannot be opened.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose words that no other seal has */
    public Seal(MasterKeys masterKeys, String purpose) {
        this.keys = masterKeys.derive(purpose).stream()
                .map(key -> new SecretKeySpec(key, "AES"))
                .toList();
    }

    /** The bytes sealed under the present key, in base64. */
    public String close(byte[] open, byte[] place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, place).doFinal(open);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** What was sealed; empty where none of the keys opens it, or it was changed or moved. */
    public Optional<byte[]> open(String sealed, byte[] place) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        for (var key : keys) {
            try {
                return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                        .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
            } catch (AEADBadTagException e) {
                // Sealed under another key, perhaps the next one.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + CIPHER, e);
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
