package io.throughline.intake.webhook.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.WebhookRequest;
import java.util.Optional;
import java.util.Set;

/** What all of Meta's webhooks have in common: the app's signature, and the question that comes before. */
public final class Meta {

    /** Setting: the word that was typed beside the URL in Meta's app dashboard. */
    public static final String VERIFY_TOKEN = "verifyToken";

    /** All settings of Meta's platforms. */
    public static final Set<String> SETTINGS = Set.of(VERIFY_TOKEN);

    private Meta() {}

    /**
     * Whether the app's secret signed the bytes of the body. They hold what is not ASCII as escapes, so a body that was
     * parsed and written again has another signature.
     */
    public static boolean isSigned(WebhookRequest request, Connection connection) {
        byte[] expected = Signatures.hmacSha256(connection.secret().getBytes(UTF_8), request.body());
        return Signatures.equalHex(request.header("X-Hub-Signature-256"), "sha256=", expected);
    }

    /** The challenge of a verification request with the right word. */
    public static Optional<String> challenge(WebhookRequest request, Connection connection) {
        String token = connection.setting(VERIFY_TOKEN);
        String challenge = request.parameter("hub.challenge");
        boolean proven = "subscribe".equals(request.parameter("hub.mode"))
                && token != null
                && Signatures.equal(request.parameter("hub.verify_token"), token);
        return proven ? Optional.ofNullable(challenge) : Optional.empty();
    }
}
