package io.throughline.intake.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A platform's request as it came: signatures are over the bytes, so nothing may be parsed and written again before. */
public final class WebhookRequest {

    private final Map<String, String> headers = new TreeMap<>();
    private final byte[] body;

    /** @param headers the first value of each; names in any casing */
    public WebhookRequest(Map<String, String> headers, byte[] body) {
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    /** The value of a header; null where it is not there. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body, byte for byte; not a copy, because it can be large. */
    public byte[] body() {
        return body;
    }
}
