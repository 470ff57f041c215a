package io.throughline.local.backfill.mapping;

import io.throughline.local.backfill.mapping.MappingProblem.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the content of fields comes from, and checks it against the contract.
 *
 * @param maps the named ones, each by word in lower case
 */
record ValueReader(Columns columns, Map<String, Map<String, String>> maps, TimeFormats times) {

    private static final List<String> MAPPED = List.of("column", "map", "else");

    /** A map of words: upper and lower case are one. */
    static Map<String, String> map(YamlNode node) {
        var map = new LinkedHashMap<String, String>();
        node.entries().forEach((word, meaning) -> {
            if (map.put(word.strip().toLowerCase(Locale.ROOT), meaning.text()) != null) {
                throw meaning.problem("'" + word + "' stands here twice");
            }
        });
        return map;
    }

    /** The fields of a group. */
    Value.Fields fields(YamlNode node, FieldType.Group group) {
        var fields = new LinkedHashMap<String, Value>();
        for (var entry :
                node.entries("field", List.copyOf(group.fields().keySet())).entrySet()) {
            var type = Objects.requireNonNull(group.fields().get(entry.getKey()));
            fields.put(entry.getKey(), value(entry.getValue(), type));
        }
        return new Value.Fields(fields);
    }

    private Value value(YamlNode node, FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return items(node, list.item());
        }
        if (type instanceof FieldType.Group group) {
            return fields(node, group);
        }
        var conversion = new Conversion(type, times);
        if (!node.isText()) {
            return mapped(node, conversion);
        }
        var template = Template.read(node, columns);
        return template.isConstant()
                ? constant(node, template.toString(), conversion)
                : new Value.Text(template, conversion);
    }

    private Value items(YamlNode node, FieldType type) {
        var items = new ArrayList<Value>();
        node.items().forEach(item -> items.add(value(item, type)));
        return new Value.Items(List.copyOf(items));
    }

    private static Value constant(YamlNode node, String text, Conversion conversion) {
        try {
            return new Value.Constant(conversion.of(text));
        } catch (CellProblem e) {
            throw node.problem(e.reason());
        }
    }

    private Value mapped(YamlNode node, Conversion conversion) {
        var entries = node.entries(MAPPED);
        var column = node.required(entries, "column");
        var map = node.required(entries, "map");
        var words = map.isText() ? named(map) : map(map);
        var otherwise = entries.get("else");
        check(words, map.place(), conversion);
        if (otherwise != null) {
            constant(otherwise, otherwise.text(), conversion);
        }
        return new Value.Mapped(
                columns.used(column.text(), column), words, otherwise == null ? null : otherwise.text(), conversion);
    }

    private Map<String, String> named(YamlNode node) {
        @Nullable Map<String, String> found = maps.get(node.text());
        if (found == null) {
            throw node.problem(MappingProblem.notOneOf("map", node.text(), List.copyOf(maps.keySet())));
        }
        return found;
    }

    private static void check(Map<String, String> words, Place place, Conversion conversion) {
        for (var meaning : words.values()) {
            try {
                conversion.of(meaning);
            } catch (CellProblem e) {
                throw new MappingProblem(place, "in this map, " + e.reason());
            }
        }
    }
}
