package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.webhook.twilio.Twilio;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secret, URL, parameters, body and both signatures are Twilio's own: its documentation of webhooks security, and
 * {@code RequestValidatorTest} of its Java library.
 */
class TwilioSignatureTest {

    private static final String SECRET = "12345";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String FORM =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309";
    private static final String FORM_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final String JSON_URL =
            URL + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String JSON_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4=";

    private final Twilio twilio = new Twilio();

    @Test
    void acceptsTheDocumentedSignatureOfAForm() {
        assertThat(isAuthentic(form(URL, FORM, FORM_SIGNATURE), null)).isTrue();
    }

    @Test
    void acceptsTheDocumentedSignatureOfAJsonBody() {
        assertThat(isAuthentic(json(JSON_URL, JSON, JSON_SIGNATURE), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mycompany.com:443/myapp.php?foo=1&bar=2",
                "https://mycompany.com:8443/myapp.php?foo=1&bar=2"
            })
    void looksPastThePortThatTwilioLeavesOut(String url) {
        assertThat(isAuthentic(form(url, FORM, FORM_SIGNATURE), null)).isTrue();
    }

    @Test
    void acceptsASignatureOverTheUsualPort() {
        // The same parameters, signed by `openssl dgst -sha1 -hmac` with :443 in the URL.
        assertThat(isAuthentic(form(URL, FORM, "kvajT1Ptam85bY51eRf/AJRuM3w="), null))
                .isTrue();
    }

    @Test
    void behindAGatewayTheUrlIsTheOneThatTwilioWasGiven() {
        var behind = form("http://10.0.0.7:8081/v1/webhooks/twilio/hk?foo=1&bar=2", FORM, FORM_SIGNATURE);

        assertThat(isAuthentic(behind, null)).isFalse();
        assertThat(isAuthentic(behind, "https://mycompany.com/myapp.php")).isTrue();
        assertThat(isAuthentic(behind, "https://mycompany.com/other.php")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Digits=1234, Digits=1235",
        "CallSid=, callsid=",
        "&From=%2B14158675309, ''",
        "To=%2B18005551212, To=18005551212"
    })
    void refusesChangedParameters(String part, String changed) {
        assertThat(isAuthentic(form(URL, FORM.replace(part, changed), FORM_SIGNATURE), null))
                .isFalse();
    }

    @Test
    void refusesAnotherUrlSecretOrNoSignature() {
        assertThat(isAuthentic(form(URL + "3", FORM, FORM_SIGNATURE), null)).isFalse();
        assertThat(twilio.isAuthentic(form(URL, FORM, FORM_SIGNATURE), connection("12346", null), Instant.EPOCH))
                .isFalse();
        assertThat(isAuthentic(new WebhookRequest(URL, Map.of(), FORM.getBytes(UTF_8)), null))
                .isFalse();
    }

    @Test
    void aJsonBodyMustBeTheOneWhoseHashWasSigned() {
        assertThat(isAuthentic(json(JSON_URL, JSON.replace("true", "null"), JSON_SIGNATURE), null))
                .isFalse();
        // Signed over the URL alone, a body without its hash there could be anybody's.
        assertThat(isAuthentic(json(URL, JSON, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="), null))
                .isFalse();
    }

    private boolean isAuthentic(WebhookRequest request, @Nullable String publicUrl) {
        return twilio.isAuthentic(request, connection(SECRET, publicUrl), Instant.EPOCH);
    }

    private static WebhookRequest form(String url, String body, String signature) {
        return request(url, body, "application/x-www-form-urlencoded; charset=UTF-8", signature);
    }

    private static WebhookRequest json(String url, String body, String signature) {
        return request(url, body, "application/json", signature);
    }

    private static WebhookRequest request(String url, String body, String contentType, String signature) {
        return new WebhookRequest(
                url, Map.of("Content-Type", contentType, "x-twilio-signature", signature), body.getBytes(UTF_8));
    }

    private static Connection connection(String secret, @Nullable String publicUrl) {
        return new Connection("twilio", "test", "acme", secret, null, "/test", null, publicUrl, Duration.ofMinutes(5));
    }
}
