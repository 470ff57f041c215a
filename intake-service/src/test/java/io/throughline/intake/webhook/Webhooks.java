package io.throughline.intake.webhook;

import io.throughline.intake.Candidates;
import io.throughline.intake.identifiers.Pseudonymiser;
import io.throughline.intake.keys.MasterKeys;
import io.throughline.servicekit.rules.IdentifierRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Requests of platforms, read without a service around it. */
public final class Webhooks {

    private static final String SECRET = "a-secret-of-the-fuzz-test";
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final int MOST = 10_000;

    private Webhooks() {}

    /** Every platform that is registered. */
    public static List<Platform> platforms() {
        return Platforms.names().stream()
                .map(name -> Platforms.named(name).orElseThrow())
                .toList();
    }

    /**
     * The candidates of a request, whether it proves itself or not.
     *
     * @param counted gets the types that messages are counted under
     */
    public static Candidates candidates(
            Platform platform, Map<String, String> headers, byte[] body, Instant now, Consumer<String> counted) {
        var connection = connection(platform.name());
        var request = new WebhookRequest(
                "http://localhost/v1/webhooks/" + platform.name() + "/fuzz?secret=" + SECRET, headers, body);
        platform.isAuthentic(request, connection, now);
        return WebhookReader.candidates(platform, connection, request, "HK", now, MOST, translated(counted))::forEach;
    }

    /** The candidates of what came in by another way than a request. */
    public static Candidates candidates(Translation translation) {
        return translated(type -> {}).candidates(translation, connection("asterisk-or-mail"), "HK", Map.of(), 0)
                ::forEach;
    }

    private static Connection connection(String platform) {
        return new Connection(platform, "fuzz", "acme", SECRET, "HK", "/fuzz", null, null, Duration.ofMinutes(5));
    }

    private static Translated translated(Consumer<String> counted) {
        return new Translated(
                new Pseudonymiser(MasterKeys.parse(KEY), tenant -> IdentifierRules.NONE),
                (ignored, type) -> counted.accept(type));
    }
}
