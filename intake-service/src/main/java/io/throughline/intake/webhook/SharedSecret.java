package io.throughline.intake.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof of platforms that sign nothing: the connection's secret itself, in a header of one's own, as a bearer token,
 * or where a platform lets one choose nothing but the URL, in its query.
 */
public final class SharedSecret {

    private static final List<String> HEADERS = List.of("X-Throughline-Secret", "X-Api-Key", "X-Webhook-Secret");
    private static final List<String> PARAMETERS = List.of("secret", "token", "access_token");
    private static final String BEARER = "Bearer ";

    private SharedSecret() {}

    /** Whether a header of the request holds the secret. */
    public static boolean inHeader(WebhookRequest request, Connection connection) {
        // All are compared, so that the time says nothing.
        boolean found = Signatures.equal(bearer(request.header("Authorization")), connection.secret());
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

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }
}
