package io.throughline.intake.webhook;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads connections: of a file, {@code {"connections": [{"platform": …, "name": …, "tenant": …, "secret": …}]}}, or one by
 * one.
 */
public final class ConnectionsReader {

    private static final Duration USUAL_WINDOW = Duration.ofMinutes(5);
    private static final int MIN_SECRET = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final Pattern PUBLIC_URL = Pattern.compile("https?://[^\\s?#]+");
    private static final Set<String> FIELDS = Set.of(
            "platform",
            "name",
            "tenant",
            "secret",
            "previousSecret",
            "market",
            "source",
            "maxLate",
            "publicUrl",
            "signatureWindow",
            "settings");

    /**
     * A mistake.
     *
     * @param field at fault; empty for the entry as a whole
     * @param what is wrong with it, to be read after the field's name; never with a secret
     */
    public record Mistake(String entry, String field, String what) {
        @Override
        public String toString() {
            return (field.isEmpty() ? entry : entry + "." + field) + " " + what;
        }
    }

    private final List<Mistake> mistakes = new ArrayList<>();

    private ConnectionsReader() {}

    /**
     * The connections by {@link #key}.
     *
     * @throws IllegalArgumentException with a sentence for every mistake, each naming entry and field, none a secret
     */
    public static Map<String, RegisteredConnection> read(byte[] file) {
        var reader = new ConnectionsReader();
        var connections = reader.connections(file);
        if (!reader.mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    reader.mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        }
        return connections;
    }

    /**
     * A single connection of these fields, as in the file.
     *
     * @param mistakes gets everything that is wrong
     * @return null when something is
     */
    public static @Nullable Connection readOne(Map<String, ?> fields, List<Mistake> mistakes) {
        var reader = new ConnectionsReader();
        var registered = reader.connection("connection", fields);
        mistakes.addAll(reader.mistakes);
        return registered == null ? null : registered.connection();
    }

    /** What a connection is found by. */
    public static String key(String platform, String name) {
        return platform + "/" + name;
    }

    private Map<String, RegisteredConnection> connections(byte[] file) {
        var connections = new LinkedHashMap<String, RegisteredConnection>();
        try {
            var document = JsonReader.read(file);
            if (!(document instanceof Map<?, ?> map) || !(map.get("connections") instanceof List<?> entries)) {
                mistakes.add(new Mistake("the file", "", "must be an object with a list 'connections'"));
                return connections;
            }
            for (int i = 0; i < entries.size(); i++) {
                var entry = "connections[" + i + "]";
                var registered = connection(entry, entries.get(i));
                if (registered != null && connections.put(registered.key(), registered) != null) {
                    mistakes.add(new Mistake(entry, "name", "is that of another connection of this platform"));
                }
            }
        } catch (UnreadableJson e) {
            mistakes.add(new Mistake("the file", "", e.reason()));
        }
        return connections;
    }

    private @Nullable RegisteredConnection connection(String entry, @Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            mistakes.add(new Mistake(entry, "", "must be an object"));
            return null;
        }
        int before = mistakes.size();
        var unknown = new HashSet<Object>(map.keySet());
        unknown.removeAll(FIELDS);
        unknown.forEach(
                field -> mistakes.add(new Mistake(entry, String.valueOf(field), "is not a field of connections")));
        var fields = new Entry(entry, map);
        String platform = fields.required("platform");
        if (!platform.isEmpty() && Platforms.named(platform).isEmpty()) {
            fields.error("platform", "must be one of " + String.join(", ", Platforms.names()));
        }
        String name = fields.matching("name", NAME, "1 to 63 lower-case letters, digits and hyphens");
        String tenant = fields.matching("tenant", NAME, "1 to 63 lower-case letters, digits and hyphens");
        String secret = fields.secret("secret", fields.required("secret"));
        String previousText = fields.text("previousSecret");
        String previous = previousText == null ? null : fields.secret("previousSecret", previousText);
        String market = fields.text("market");
        if (market != null && !MARKET.matcher(market).matches()) {
            fields.error("market", "must be two capital letters of ISO 3166-1, e.g. HK");
        }
        String source = fields.text("source");
        Duration maxLate = fields.duration("maxLate");
        String publicUrl = fields.text("publicUrl");
        if (publicUrl != null && !PUBLIC_URL.matcher(publicUrl).matches()) {
            fields.error("publicUrl", "must be the webhook's URL as the platform has it, without a query");
        }
        Duration window = fields.duration("signatureWindow");
        var settings = settings(fields, platform);
        if (mistakes.size() > before) {
            return null;
        }
        var connection = new Connection(
                platform,
                name,
                tenant,
                secret,
                market,
                source == null ? "/" + platform + "/" + name : source,
                maxLate,
                publicUrl,
                window == null ? USUAL_WINDOW : window,
                settings);
        return new RegisteredConnection(connection, previous, previous == null ? null : Instant.MAX);
    }

    private static Map<String, String> settings(Entry fields, String platform) {
        var known = Platforms.named(platform).map(Platform::settings).orElse(Set.of());
        var settings = new LinkedHashMap<String, String>();
        fields.object("settings").forEach((name, value) -> {
            if (!known.contains(String.valueOf(name))) {
                fields.error("settings." + name, "is nothing that this platform knows");
            } else if (value instanceof String text && !text.isBlank()) {
                settings.put(String.valueOf(name), text);
            } else {
                fields.error("settings." + name, "must be a text");
            }
        });
        return settings;
    }

    /** The fields of one entry. */
    private final class Entry {
        private final String path;
        private final Map<?, ?> map;

        Entry(String path, Map<?, ?> map) {
            this.path = path;
            this.map = map;
        }

        @Nullable
        String text(String field) {
            Object value = map.get(field);
            if (value == null) {
                return null;
            }
            if (value instanceof String text && !text.isBlank()) {
                return text;
            }
            error(field, "must be a text");
            return null;
        }

        Map<?, ?> object(String field) {
            Object value = map.get(field);
            if (value != null && !(value instanceof Map<?, ?>)) {
                error(field, "must be an object");
            }
            return value instanceof Map<?, ?> object ? object : Map.of();
        }

        String required(String field) {
            String text = text(field);
            if (text == null && map.get(field) == null) {
                error(field, "is missing");
            }
            return text == null ? "" : text;
        }

        String secret(String field, String text) {
            if (!text.isEmpty() && text.length() < MIN_SECRET) {
                error(field, "must have at least " + MIN_SECRET + " characters");
            }
            return text;
        }

        String matching(String field, Pattern pattern, String expected) {
            String text = required(field);
            if (!text.isEmpty() && !pattern.matcher(text).matches()) {
                error(field, "must be " + expected);
            }
            return text;
        }

        @Nullable
        Duration duration(String field) {
            return parsed(field, Duration::parse, "must be a duration of ISO 8601, e.g. P500D or PT5M");
        }

        private <T> @Nullable T parsed(String field, Function<String, T> parse, String expected) {
            String text = text(field);
            if (text == null) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                error(field, expected);
                return null;
            }
        }

        void error(String field, String what) {
            mistakes.add(new Mistake(path, field, what));
        }
    }
}
