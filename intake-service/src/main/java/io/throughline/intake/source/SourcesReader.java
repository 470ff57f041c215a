package io.throughline.intake.source;

import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.source.SourceEntry.Type;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Message;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a sources file: {@code {"sources": [{"type": …, "name": …, "tenant": …, …}]}}. */
final class SourcesReader {

    private static final int AMI_PORT = 5038;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final Set<String> FIELDS = Set.of(
            "type",
            "name",
            "tenant",
            "market",
            "source",
            "maxLate",
            "path",
            "addresses",
            "trunks",
            "zone",
            "host",
            "port",
            "user",
            "secret",
            "tls");

    private final List<String> errors = new ArrayList<>();

    private SourcesReader() {}

    /** @throws IllegalArgumentException with a sentence for every mistake, each naming entry and field, none a secret */
    static List<SourceEntry> read(byte[] file) {
        var reader = new SourcesReader();
        var entries = reader.entries(file);
        if (!reader.errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", reader.errors));
        }
        return entries;
    }

    private List<SourceEntry> entries(byte[] file) {
        var entries = new ArrayList<SourceEntry>();
        try {
            var document = Message.of(JsonReader.read(file));
            if (!document.has("sources")) {
                errors.add("the file must be an object with a list 'sources'");
            }
            var names = new HashSet<String>();
            for (int i = 0; i < document.list("sources").size(); i++) {
                var entry = entry(
                        "sources[" + i + "]",
                        Message.of(document.list("sources").get(i)));
                if (entry != null && names.add(entry.name())) {
                    entries.add(entry);
                } else if (entry != null) {
                    errors.add("sources[" + i + "].name is that of another source");
                }
            }
        } catch (UnreadableJson e) {
            errors.add("the file " + e.reason());
        }
        return entries;
    }

    private @Nullable SourceEntry entry(String at, Message fields) {
        int before = errors.size();
        fields.tree().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> errors.add(at + "." + name + " is not a field of sources"));
        Type type = type(at, fields.text("type"));
        String name =
                matching(at + ".name", fields.text("name"), NAME, "1 to 63 lower-case letters, digits and hyphens");
        String tenant =
                matching(at + ".tenant", fields.text("tenant"), NAME, "1 to 63 lower-case letters, digits and hyphens");
        String market = fields.text("market");
        if (market != null) {
            matching(at + ".market", market, MARKET, "two capital letters of ISO 3166-1, e.g. HK");
        }
        ZoneId zone = zone(at, fields.text("zone"));
        Duration maxLate = duration(at, fields.text("maxLate"));
        if (type != null) {
            required(at, fields, needed(type));
        }
        Double port = fields.number("port");
        if (errors.size() > before || type == null) {
            return null;
        }
        String source = fields.text("source");
        String path = fields.text("path");
        String secret = fields.text("secret");
        return new SourceEntry(
                type,
                new Connection(
                        type.word(),
                        name,
                        tenant,
                        secret == null ? "" : secret,
                        market,
                        source == null ? "/" + (type == Type.MAILDIR ? "mail" : "asterisk") + "/" + name : source,
                        maxLate,
                        null,
                        Duration.ZERO),
                path == null ? null : Path.of(path),
                texts(fields, "addresses").stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList(),
                texts(fields, "trunks"),
                zone,
                fields.text("host"),
                port == null ? AMI_PORT : port.intValue(),
                fields.text("user"),
                fields.isTrue("tls"));
    }

    private static List<String> needed(Type type) {
        return switch (type) {
            case MAILDIR -> List.of("path", "addresses");
            case QUEUE_LOG -> List.of("path");
            case CEL -> List.of("path", "trunks");
            case AMI -> List.of("host", "user", "secret");
        };
    }

    private void required(String at, Message fields, List<String> names) {
        for (String name : names) {
            boolean there = name.equals("addresses") || name.equals("trunks")
                    ? !texts(fields, name).isEmpty()
                    : fields.text(name) != null;
            if (!there) {
                errors.add(at + "." + name + " is missing");
            }
        }
    }

    private @Nullable Type type(String at, @Nullable String word) {
        for (Type type : Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        errors.add(at + ".type must be one of "
                + Arrays.stream(Type.values()).map(Type::word).collect(Collectors.joining(", ")));
        return null;
    }

    private String matching(String field, @Nullable String text, Pattern pattern, String expected) {
        if (text == null || !pattern.matcher(text).matches()) {
            errors.add(field + (text == null ? " is missing" : " must be " + expected));
            return "";
        }
        return text;
    }

    private ZoneId zone(String at, @Nullable String text) {
        try {
            return text == null ? ZoneId.of("UTC") : ZoneId.of(text);
        } catch (DateTimeException e) {
            errors.add(at + ".zone must be a time zone, e.g. Asia/Hong_Kong");
            return ZoneId.of("UTC");
        }
    }

    private @Nullable Duration duration(String at, @Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            errors.add(at + ".maxLate must be a duration of ISO 8601, e.g. P500D");
            return null;
        }
    }

    private static List<String> texts(Message fields, String name) {
        return fields.list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
