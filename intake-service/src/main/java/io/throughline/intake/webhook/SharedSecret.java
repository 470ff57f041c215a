package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof of platforms that sign nothing: the connection's secret itself, in a header of one's own, as a bearer token or password,
 * or where a platform lets one choose nothing but the URL, in its query.
 */
public final class SharedSecret {

    private static final List<String> HEADERS = List.of("X-Throughline-Secret", "X-Api-Key", "X-Webhook-Secret");
    private static final List<String> PARAMETERS = List.of("secret", "token", "access_token");
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private SharedSecret() {}

    /** Whether a header of the request holds the secret. */
    public static boolean inHeader(WebhookRequest request, Connection connection) {
        String authorization = request.header("Authorization");
        // All are compared, so that the time says nothing.
        boolean found = Signatures.equal(after(BEARER, authorization), connection.secret());
        found |= Signatures.equal(password(after(BASIC, authorization)), connection.secret());
        for (String header : HEADERS) {
            found |= Signatures.equal(request.header(header), connection.secret());
        }
        return found;
    }

    /** Whether a header or the URL's query holds the secret. */
    public static boolean inHeaderOrQuery(WebhookRequest request, Connection connection) {
        boolean found = inHeader(request, connection);
        for (String parameter : PARAMETERS) {
            found |= Signatures.equal(request.parameter(parameter), connection.secret());
        }
        return found;
    }

    private static @Nullable String after(String scheme, @Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? authorization.substring(scheme.length()).strip()
                : null;
    }

    /** The password of basic authentication, whoever the user is. */
    private static @Nullable String password(@Nullable String credentials) {
        try {
            String decoded =
                    credentials == null ? "" : new String(Base64.getDecoder().decode(credentials), UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
