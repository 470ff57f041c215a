package io.throughline.intake.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A platform's request as it came: signatures are over the bytes, so nothing may be parsed and written again before. */
public final class WebhookRequest {

    private final String url;
    private final Map<String, String> headers = new TreeMap<>();
    private final byte[] body;

    /**
     * @param url with scheme, host and query, as this service was asked for it
     * @param headers the first value of each; names in any casing
     */
    public WebhookRequest(String url, Map<String, String> headers, byte[] body) {
        this.url = url;
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    /** Without a URL: of those whose proof is elsewhere. */
    public WebhookRequest(Map<String, String> headers, byte[] body) {
        this("", headers, body);
    }

    /** As this service was asked for it; behind a gateway the sender may have used another one. */
    public String url() {
        return url;
    }

    /** The query as it was sent, still encoded; empty where there is none. */
    public String query() {
        int start = url.indexOf('?');
        return start < 0 ? "" : url.substring(start + 1);
    }

    /** The first value of a parameter of the query; null where it is not there. */
    public @Nullable String parameter(String name) {
        return parameters(query()).get(name);
    }

    /** The value of a header; null where it is not there. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** All headers, their names in lower case, sorted. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The body, byte for byte; not a copy, because it can be large. */
    public byte[] body() {
        return body;
    }

    /** Names and first values of {@code application/x-www-form-urlencoded}; what is not well encoded stays as it is. */
    public static Map<String, String> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
