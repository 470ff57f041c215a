package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests of the platforms prove themselves; expected signatures are of {@code openssl dgst -hmac}. */
class PlatformProofTest {

    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_791_000_000);

    private static final String INTERCOM = "{\"type\":\"notification_event\",\"topic\":\"ping\"}";
    private static final String INTERCOM_SECRET = "intercom-client-secret";
    private static final String INTERCOM_SIGNATURE = "9e8917a4fdd555230bacda28c913e3e456660272";

    private static final String CHATWOOT = "{\"event\":\"conversation_typing_on\"}";
    private static final String CHATWOOT_SECRET = "chatwoot-webhook-secret";
    private static final String CHATWOOT_SIGNATURE = "868632c7f45473094929eab1157194aa403b1628767e9c1607e8685779ed856f";

    /** The vector of GitHub's documentation, "Validating webhook deliveries": the same construction. */
    @Test
    void checksADocumentedSignatureInHexadecimalDigits() {
        byte[] expected =
                Signatures.hmacSha256("It's a Secret to Everybody".getBytes(UTF_8), "Hello, World!".getBytes(UTF_8));
        assertThat(Signatures.equalHex(
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "sha256=", expected))
                .isTrue();
        assertThat(Signatures.equalHex(
                        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "sha256=", expected))
                .isFalse();
    }

    @Test
    void intercomSignsTheBody() {
        var headers = Map.of("x-hub-signature", "sha1=" + INTERCOM_SIGNATURE);
        assertThat(authentic("intercom", INTERCOM_SECRET, "", headers, INTERCOM, SIGNED_AT))
                .isTrue();
        assertThat(authentic("intercom", INTERCOM_SECRET, "", headers, INTERCOM + " ", SIGNED_AT))
                .isFalse();
        assertThat(authentic("intercom", "another secret", "", headers, INTERCOM, SIGNED_AT))
                .isFalse();
        assertThat(authentic("intercom", INTERCOM_SECRET, "", Map.of(), INTERCOM, SIGNED_AT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
    void chatwootSignsTimeAndBody(long secondsAfter, boolean accepted) {
        assertThat(authentic(
                        "chatwoot",
                        CHATWOOT_SECRET,
                        "",
                        chatwoot("1791000000", "sha256=" + CHATWOOT_SIGNATURE),
                        CHATWOOT,
                        SIGNED_AT.plusSeconds(secondsAfter)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "1791000001, sha256=868632c7f45473094929eab1157194aa403b1628767e9c1607e8685779ed856f",
        "soon, sha256=868632c7f45473094929eab1157194aa403b1628767e9c1607e8685779ed856f",
        "1791000000, 868632c7f45473094929eab1157194aa403b1628767e9c1607e8685779ed856f",
        "1791000000, ''"
    })
    void refusesAnotherTimeOrSignatureOfChatwoot(String timestamp, String signature) {
        var headers = chatwoot(timestamp, signature);
        // Where a signature is given, the secret in the URL does not help.
        assertThat(authentic("chatwoot", CHATWOOT_SECRET, "?token=" + CHATWOOT_SECRET, headers, CHATWOOT, SIGNED_AT))
                .isFalse();
    }

    @Test
    void aRepeatedDeliveryOfChatwootHasTheSameName() {
        var request = new WebhookRequest(
                Map.of("X-Chatwoot-Delivery", "d-1", "X-Chatwoot-Timestamp", "1791000000"), CHATWOOT.getBytes(UTF_8));
        assertThat(platform("chatwoot").delivery(request, SIGNED_AT.plusSeconds(9)))
                .isEqualTo(new Delivery("d-1", SIGNED_AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-connect", "genesys", "freshdesk", "chatwoot", "cloudevents"})
    void platformsThatSignNothingSendTheSecretInAHeader(String platform) {
        for (var headers : java.util.List.of(
                Map.of("X-Throughline-Secret", "the shared secret"),
                Map.of("x-api-key", "the shared secret"),
                Map.of("Authorization", "Bearer the shared secret"),
                // printf 'anybody:the shared secret' | base64
                Map.of("Authorization", "Basic YW55Ym9keTp0aGUgc2hhcmVkIHNlY3JldA=="))) {
            assertThat(authentic(platform, "the shared secret", "", headers, "{}", SIGNED_AT))
                    .isTrue();
            assertThat(authentic(platform, "another secret", "", headers, "{}", SIGNED_AT))
                    .isFalse();
        }
        assertThat(authentic(platform, "the shared secret", "", Map.of(), "{}", SIGNED_AT))
                .isFalse();
        assertThat(authentic(platform, "the shared secret", "", Map.of("Authorization", "Basic %%%"), "{}", SIGNED_AT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "freshdesk, true",
        "chatwoot, true",
        "cloudevents, true",
        "genesys, false",
        "amazon-connect, false",
        "intercom, false",
        "zendesk, false",
        "twilio, false"
    })
    void onlyWhoCanDoNothingElseMayPutTheSecretIntoTheUrl(String platform, boolean accepted) {
        assertThat(authentic(
                        platform, "the shared secret", "?x=1&secret=the%20shared+secret", Map.of(), "{}", SIGNED_AT))
                .isEqualTo(accepted);
        assertThat(authentic(platform, "the shared secret", "?secret=other", Map.of(), "{}", SIGNED_AT))
                .isFalse();
    }

    private static Map<String, String> chatwoot(String timestamp, String signature) {
        return Map.of("X-Chatwoot-Timestamp", timestamp, "X-Chatwoot-Signature", signature);
    }

    private static boolean authentic(
            String platform, String secret, String query, Map<String, String> headers, String body, Instant now) {
        var request = new WebhookRequest("https://example.com/hook" + query, headers, body.getBytes(UTF_8));
        var connection =
                new Connection(platform, "test", "acme", secret, null, "/test", null, null, Duration.ofMinutes(5));
        return platform(platform).isAuthentic(request, connection, now);
    }

    private static Platform platform(String name) {
        return Platforms.named(name).orElseThrow();
    }
}
