package io.throughline.intake.identifiers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.keys.MasterKeys;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokeniserTest {

    /** The bytes 0 to 31. */
    private static final MasterKeys KEY = key(32);

    /**
     * Expected values come from Python's hmac and hashlib: {@code k = hmac(key, tenant)}, then the first 22 characters of
     * {@code urlsafe_b64encode(hmac(k, type + ":" + value))}, each with SHA-256.
     */
    @ParameterizedTest
    @CsvSource({
        "acme, phone, +85223456789, AVFjbIbCf5dnWdUEaZK6hw",
        "acme, email, ann.lee+bank@example.com, QsDzlJsETteKzE-YrfqvsI",
        "other, phone, +85223456789, ygpOZlNrWsovEw-N450bzO",
        "acme, whatsapp, +85223456789, tiGNs6pcBlxxGxw3Kf7JYD",
        "acme, customerId, 顧客-7, dEDDtYbTmnNREp-wQiuQAx"
    })
    void agreesWithAnotherImplementation(String tenant, String type, String normalised, String token) {
        assertThat(new Tokeniser(KEY).token(tenant, type, normalised).present()).isEqualTo(token);
    }

    @Test
    void isTheSameFromManyThreads() {
        var tokeniser = new Tokeniser(KEY);
        var tokens = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> tokeniser.token("acme", "phone", "+85223456789").present())
                .distinct();
        assertThat(tokens).containsExactly("AVFjbIbCf5dnWdUEaZK6hw");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void needsAKeyOf32Bytes(int length) {
        assertThatThrownBy(() -> key(length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(length + " bytes")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aNewKeyGivesNewTokensAndStillKnowsTheOldOnes() {
        var old = Base64.getEncoder().encodeToString(new byte[32]);
        var present = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        var token = new Tokeniser(MasterKeys.parse(present + ", " + old)).token("acme", "phone", "+85223456789");

        assertThat(token.present())
                .isEqualTo(new Tokeniser(MasterKeys.parse(present))
                        .token("acme", "phone", "+85223456789")
                        .present());
        assertThat(token.before())
                .containsExactly(new Tokeniser(MasterKeys.parse(old))
                        .token("acme", "phone", "+85223456789")
                        .present());
    }

    private static MasterKeys key(int length) {
        var key = new byte[length];
        for (int i = 0; i < length; i++) {
            key[i] = (byte) i;
        }
        return MasterKeys.parse(Base64.getEncoder().encodeToString(key));
    }
}
