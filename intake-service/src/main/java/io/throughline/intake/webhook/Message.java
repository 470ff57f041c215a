package io.throughline.intake.webhook;

import io.throughline.intake.domain.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a platform, read without trust: names in any casing; what is missing, null, blank or of another type
 * is absent.
 */
public final class Message {

    private static final double MAX_SECONDS = 1e11;
    private static final Message NOTHING = new Message(Map.of());

    private final Map<?, ?> values;

    private Message(Map<?, ?> values) {
        this.values = values;
    }

    /** The view of a tree of JDK types; of one that is no object, with nothing in it. */
    public static Message of(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? new Message(map) : NOTHING;
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** An object within; without a field where it is absent. */
    public Message object(String name) {
        return of(value(name));
    }

    /** A text, or a number as text: platforms give ids as both. */
    public @Nullable String text(String name) {
        return switch (value(name)) {
            case String text when !text.isBlank() -> text.strip();
            case Number number -> number.toString();
            case null, default -> null;
        };
    }

    /** The first of these fields that is there as text. */
    public @Nullable String firstText(String... names) {
        for (String name : names) {
            String text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** A number, also one written as text. */
    public @Nullable Double number(String name) {
        return switch (value(name)) {
            case Number number -> number.doubleValue();
            case String text -> parsed(text.strip());
            case null, default -> null;
        };
    }

    public boolean isTrue(String name) {
        return value(name) instanceof Boolean flag ? flag : "true".equalsIgnoreCase(text(name));
    }

    /** A time of ISO 8601 with offset. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : Times.parse(text);
    }

    /** A time in ISO 8601 with offset (also {@code 2026-11-01 09:30:00 UTC}), or in seconds or milliseconds since 1970. */
    public @Nullable Instant anyTime(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Double number = number(name);
        if (number == null) {
            return Times.parse(text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
                    .replaceFirst(" ?UTC$", "Z")
                    .replaceFirst(" ([+-]\\d\\d):?(\\d\\d)$", "$1:$2"));
        }
        // Seconds reach 10^11 in the year 5138, milliseconds did in 1973.
        boolean seconds = number > 0 && number < MAX_SECONDS;
        boolean milliseconds = number >= MAX_SECONDS && number < MAX_SECONDS * 1000;
        return seconds || milliseconds ? Instant.ofEpochMilli(Math.round(seconds ? number * 1000 : number)) : null;
    }

    /** The first of these fields that is a time, as of {@link #anyTime}. */
    public @Nullable Instant firstTime(String... names) {
        for (String name : names) {
            Instant time = anyTime(name);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** The objects of a list within. */
    public List<Message> objects(String name) {
        return list(name).stream()
                .map(Message::of)
                .filter(message -> !message.isEmpty())
                .toList();
    }

    /** A word in lower case, with blanks and hyphens as underscores; empty where it is absent. */
    public String word(String name) {
        String text = text(name);
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The tree it is a view of. */
    public Map<String, @Nullable Object> tree() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return tree;
    }

    /** A list within; empty where it is absent. */
    public List<?> list(String name) {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    private @Nullable Object value(String name) {
        Object exact = values.get(name);
        if (exact != null) {
            return exact;
        }
        for (var entry : values.entrySet()) {
            if (entry.getValue() != null && entry.getKey() instanceof String key && key.equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static @Nullable Double parsed(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
