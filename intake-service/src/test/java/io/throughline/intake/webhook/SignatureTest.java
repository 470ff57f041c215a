package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.webhook.amazonconnect.AmazonConnect;
import io.throughline.intake.webhook.zendesk.Zendesk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The secret of Zendesk's documentation, which every account has for testing. */
    private static final String ZENDESK_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private static final Instant SIGNED_AT = Instant.parse("2026-11-01T09:00:00Z");
    private static final byte[] BODY = "{\"type\":\"Ticket Created\",\"ticketID\":\"7\"}".getBytes(UTF_8);
    /** {@code printf '%s%s' 2026-11-01T09:00:00Z "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64}. */
    private static final String SIGNATURE = "p0bB7SwbnOiZmgfelYFDeitttn8nI7rBLOyjBkWLODI=";
    /** The same with the time stamp 1234. */
    private static final String SIGNATURE_OF_1234 = "DEmSt/8J2L1SzaI8Mh3teRyfgHGgMpcuEXI4I1ZoEWU=";

    private final Zendesk zendesk = new Zendesk();
    private final AmazonConnect amazonConnect = new AmazonConnect();

    @Test
    void acceptsWhatZendeskSigned() {
        assertThat(zendesk.isAuthentic(signed("2026-11-01T09:00:00Z", SIGNATURE, BODY), zendesk(), SIGNED_AT))
                .isTrue();
    }

    @Test
    void acceptsASignatureInSecondsSince1970() {
        var at = Instant.ofEpochSecond(1234);
        assertThat(zendesk.isAuthentic(signed("1234", SIGNATURE_OF_1234, BODY), zendesk(), at))
                .isTrue();
    }

    @Test
    void refusesAChangedBodyTimeSecretOrSignature() {
        var changed = BODY.clone();
        changed[BODY.length - 1] ^= 1;
        assertThat(zendesk.isAuthentic(signed("2026-11-01T09:00:00Z", SIGNATURE, changed), zendesk(), SIGNED_AT))
                .isFalse();
        assertThat(zendesk.isAuthentic(signed("2026-11-01T09:00:01Z", SIGNATURE, BODY), zendesk(), SIGNED_AT))
                .isFalse();
        assertThat(zendesk.isAuthentic(
                        signed("2026-11-01T09:00:00Z", SIGNATURE, BODY), connection("another secret"), SIGNED_AT))
                .isFalse();
        assertThat(zendesk.isAuthentic(
                        signed("2026-11-01T09:00:00Z", "x" + SIGNATURE.substring(1), BODY), zendesk(), SIGNED_AT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
    void acceptsASignatureForFiveMinutes(long secondsAfter, boolean accepted) {
        assertThat(zendesk.isAuthentic(
                        signed("2026-11-01T09:00:00Z", SIGNATURE, BODY),
                        zendesk(),
                        SIGNED_AT.plusSeconds(secondsAfter)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "99999999999999999999", "2026-11-01T09:00:00"})
    void refusesATimeThatIsNone(String timestamp) {
        assertThat(zendesk.isAuthentic(signed(timestamp, SIGNATURE, BODY), zendesk(), SIGNED_AT))
                .isFalse();
    }

    @Test
    void refusesARequestWithoutItsHeaders() {
        assertThat(zendesk.isAuthentic(signed(null, SIGNATURE, BODY), zendesk(), SIGNED_AT))
                .isFalse();
        assertThat(zendesk.isAuthentic(signed("2026-11-01T09:00:00Z", null, BODY), zendesk(), SIGNED_AT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Throughline-Secret, the shared secret, true",
        "x-api-key, the shared secret, true",
        "Authorization, Bearer the shared secret, true",
        "authorization, bearer the shared secret, true",
        "Authorization, the shared secret, false",
        "Authorization, Basic the shared secret, false",
        "X-Api-Key, the shared secre, false",
        "X-Api-Key, '', false",
        "X-Other, the shared secret, false"
    })
    void amazonConnectSendsTheSecretInAHeader(String header, String value, boolean accepted) {
        var request = new WebhookRequest(Map.of(header, value), BODY);
        assertThat(amazonConnect.isAuthentic(request, connection("the shared secret"), SIGNED_AT))
                .isEqualTo(accepted);
    }

    @Test
    void aDeliveryIsNamedAlikeWhenItIsRepeated() {
        var request = signed("2026-11-01T09:00:00Z", SIGNATURE, BODY);
        var delivery = zendesk.delivery(request, SIGNED_AT.plusSeconds(20));
        assertThat(delivery).isEqualTo(zendesk.delivery(request, SIGNED_AT.plusSeconds(90)));
        assertThat(delivery.at()).isEqualTo(SIGNED_AT);
    }

    private static WebhookRequest signed(String timestamp, String signature, byte[] body) {
        var headers = new HashMap<String, String>();
        if (timestamp != null) {
            headers.put("X-Zendesk-Webhook-Signature-Timestamp", timestamp);
        }
        if (signature != null) {
            headers.put("x-zendesk-webhook-signature", signature);
        }
        return new WebhookRequest(headers, body);
    }

    private static Connection zendesk() {
        return connection(ZENDESK_SECRET);
    }

    private static Connection connection(String secret) {
        return new Connection("any", "test", "acme", secret, null, "/test", null, null, Duration.ofMinutes(5));
    }
}
