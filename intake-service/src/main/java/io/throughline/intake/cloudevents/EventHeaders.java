package io.throughline.intake.cloudevents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** CloudEvents attributes in HTTP headers (binary content mode). */
public final class EventHeaders {

    private static final String PREFIX = "ce-";

    private EventHeaders() {}

    /** The attributes that headers name, of the first header of each name. */
    public static Map<String, String> attributes(Map<String, List<String>> headers) {
        var attributes = new TreeMap<String, String>();
        headers.forEach((header, values) -> {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && !values.isEmpty()) {
                attributes.putIfAbsent(name.substring(PREFIX.length()), decode(values.get(0)));
            }
        });
        return attributes;
    }

    /**
     * The value a header stands for: without the quotes around and the backslashes within a quoted string, then each %XX
     * as a byte of UTF-8 (CloudEvents HTTP binding 1.0.2, 3.1.3.2). What is no %XX stays as it is.
     */
    static String decode(String header) {
        byte[] bytes = unquoted(header.strip()).getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high * 16 + low);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static String unquoted(String header) {
        if (header.length() < 2 || !header.startsWith("\"") || !header.endsWith("\"")) {
            return header;
        }
        var text = new StringBuilder();
        for (int i = 1; i < header.length() - 1; i++) {
            if (header.charAt(i) == '\\' && i + 1 < header.length() - 1) {
                i++;
            }
            text.append(header.charAt(i));
        }
        return text.toString();
    }
}
