package io.throughline.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents of the contract for tests: what a test says, and the rest invented. */
final class Documents {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final TimeLimits LIMITS = new TimeLimits(NOW, Duration.ofDays(400));

    private Documents() {}

    /** A good event of a type, given by its name after the prefix, with these fields as data. */
    static Map<String, Object> event(String type, Map<String, ?> data) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", "e-1");
        event.put("source", "/test");
        event.put("type", "io.throughline." + type);
        event.put("time", "2026-11-01T11:00:00Z");
        event.put("subject", "c-1");
        event.put("data", data);
        return event;
    }

    /** A good beginning of a telephone contact. */
    static Map<String, Object> started() {
        return event("contact.started", Map.of("channel", "phone"));
    }

    /** The same document with an attribute changed, or without it where the value is null. */
    static Map<String, Object> with(Map<String, Object> document, String attribute, Object value) {
        var changed = new LinkedHashMap<>(document);
        if (value == null) {
            changed.remove(attribute);
        } else {
            changed.put(attribute, value);
        }
        return changed;
    }
}
