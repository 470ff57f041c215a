package io.throughline.intake.webhook;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a connections file: {@code {"connections": [{"platform": …, "name": …, "tenant": …, "secret": …}]}}. */
final class ConnectionsReader {

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
            "market",
            "source",
            "maxLate",
            "publicUrl",
            "signatureWindow",
            "settings");

    private final List<String> errors = new ArrayList<>();

    private ConnectionsReader() {}

    /**
     * The connections by {@link #key}.
     *
     * @throws IllegalArgumentException with a sentence for every mistake, each naming entry and field, none a secret
     */
    static Map<String, Connection> read(byte[] file) {
        var reader = new ConnectionsReader();
        var connections = reader.connections(file);
        if (!reader.errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", reader.errors));
        }
        return connections;
    }

    static String key(String platform, String name) {
        return platform + "/" + name;
    }

    private Map<String, Connection> connections(byte[] file) {
        var connections = new LinkedHashMap<String, Connection>();
        try {
            var document = JsonReader.read(file);
            if (!(document instanceof Map<?, ?> map) || !(map.get("connections") instanceof List<?> entries)) {
                errors.add("the file must be an object with a list 'connections'");
                return connections;
            }
            for (int i = 0; i < entries.size(); i++) {
                var connection = connection("connections[" + i + "]", entries.get(i));
                if (connection != null
                        && connections.put(key(connection.platform(), connection.name()), connection) != null) {
                    errors.add("connections[" + i + "].name: this platform has a connection of that name already");
                }
            }
        } catch (UnreadableJson e) {
            errors.add("the file " + e.reason());
        }
        return connections;
    }

    private @Nullable Connection connection(String entry, @Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            errors.add(entry + " must be an object");
            return null;
        }
        var unknown = new HashSet<Object>(map.keySet());
        unknown.removeAll(FIELDS);
        unknown.forEach(field -> errors.add(entry + "." + field + ": there is no such field"));
        int before = errors.size();
        var fields = new Entry(entry, map);
        String platform = fields.required("platform");
        if (!platform.isEmpty() && Platforms.named(platform).isEmpty()) {
            fields.error("platform", "must be one of " + String.join(", ", Platforms.names()));
        }
        String name = fields.matching("name", NAME, "1 to 63 lower-case letters, digits and hyphens");
        String tenant = fields.matching("tenant", NAME, "1 to 63 lower-case letters, digits and hyphens");
        String secret = fields.required("secret");
        if (!secret.isEmpty() && secret.length() < MIN_SECRET) {
            fields.error("secret", "must have at least " + MIN_SECRET + " characters");
        }
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
        return errors.size() > before
                ? null
                : new Connection(
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
            errors.add(path + "." + field + " " + what);
        }
    }
}
