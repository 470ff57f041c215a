package io.throughline.local.backfill.mapping;

import io.throughline.contracts.event.EventType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file from top to bottom; docs/import.md describes it. */
final class MappingReader {

    private static final List<String> SETTINGS =
            List.of("source", "format", "zone", "times", "maps", "contact", "common", "events");
    private static final List<String> EVENT_SETTINGS = List.of("type", "when", "subject", "time", "data");

    private final Columns columns = new Columns();
    private final YamlNode root;
    private final Map<String, YamlNode> entries;
    private final TimeFormats times;
    private final ValueReader values;

    private MappingReader(YamlNode root) {
        this.root = root;
        entries = root.entries(SETTINGS);
        times = TimeFormats.read(zone(root.required(entries, "zone")), items("times"));
        values = new ValueReader(columns, maps(), times);
    }

    static Mapping read(YamlNode root) {
        return new MappingReader(root).mapping();
    }

    private Mapping mapping() {
        @Nullable YamlNode format = entries.get("format");
        var contact = Template.read(root.required(entries, "contact"), columns);
        @Nullable YamlNode node = entries.get("common");
        // contact.started has the fields that all events about contacts have, and no other.
        var common = node == null
                ? new Value.Fields(Map.of())
                : values.fields(node, FieldType.of(EventType.CONTACT_STARTED));
        var events = new ArrayList<EventRule>();
        root.required(entries, "events").items().forEach(event -> events.add(event(event, contact, common)));
        return new Mapping(
                root.required(entries, "source").text(),
                format == null ? FileFormat.USUAL : FileFormat.read(format),
                columns,
                events);
    }

    private EventRule event(YamlNode node, Template contact, Value.Fields common) {
        var settings = node.entries(EVENT_SETTINGS);
        var type = type(node.required(settings, "type"));
        var fields = new LinkedHashMap<String, Value>();
        var group = FieldType.of(type);
        if (group.fields().containsKey("channel")) {
            fields.putAll(common.fields());
        }
        @Nullable YamlNode data = settings.get("data");
        if (data != null) {
            fields.putAll(values.fields(data, group).fields());
        }
        @Nullable YamlNode subject = settings.get("subject");
        @Nullable YamlNode when = settings.get("when");
        return new EventRule(
                type,
                when == null
                        ? List.of()
                        : when.items().stream()
                                .map(each -> Condition.read(each, columns))
                                .toList(),
                subject == null ? contact : Template.read(subject, columns),
                TimeRule.read(node.required(settings, "time"), columns, times),
                new Value.Fields(fields));
    }

    private static EventType type(YamlNode node) {
        var type = EventType.of(EventType.PREFIX + node.text());
        if (type == null) {
            throw node.problem(MappingProblem.notOneOf(
                    "event type",
                    node.text(),
                    Arrays.stream(EventType.values())
                            .map(known -> known.type().substring(EventType.PREFIX.length()))
                            .toList()));
        }
        return type;
    }

    private Map<String, Map<String, String>> maps() {
        var maps = new LinkedHashMap<String, Map<String, String>>();
        @Nullable YamlNode node = entries.get("maps");
        if (node != null) {
            node.entries().forEach((name, map) -> maps.put(name, ValueReader.map(map)));
        }
        return maps;
    }

    private List<YamlNode> items(String name) {
        @Nullable YamlNode node = entries.get(name);
        return node == null ? List.of() : node.items();
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.problem(
                    "'" + node.text() + "' is no time zone; write one such as Asia/Hong_Kong, UTC or +08:00");
        }
    }
}
