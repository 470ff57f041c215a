package io.throughline.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a change of a schema breaks, for readers of the released one and for records that were written by it: a field that is
 * gone, a value that is not allowed any more, a field newly required, and one that need not stand there any more.
 */
final class Compatibility {

    private Compatibility() {}

    /** One line for each thing that breaks, with its path; empty where nothing does. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        var found = new ArrayList<String>();
        compare("", released, now, found);
        return found;
    }

    private static void compare(String path, JsonNode releasedForm, JsonNode nowForm, List<String> found) {
        JsonNode released = oneForm(releasedForm);
        JsonNode now = oneForm(nowForm);
        released.path("properties").properties().forEach(property -> {
            String name = path + "/" + property.getKey();
            JsonNode other = now.path("properties").path(property.getKey());
            if (other.isMissingNode()) {
                found.add(name + ": the field was removed. Keep it; stop using it in a new version of the topic.");
            } else {
                compare(name, property.getValue(), other, found);
            }
        });
        narrowed(path, "type", released, now, found);
        narrowed(path, "enum", released, now, found);
        narrowed(path, "const", released, now, found);
        var before = words(released.path("required"));
        var after = words(now.path("required"));
        after.stream()
                .filter(field -> !before.contains(field))
                .forEach(field -> found.add(path + "/" + field
                        + ": the field is newly required, and older records do not have it. Make it @Nullable."));
        before.stream()
                .filter(field ->
                        !after.contains(field) && now.path("properties").has(field))
                .forEach(field -> found.add(path + "/" + field
                        + ": readers rely on the field, and it can be absent now. Keep it required."));
        if (released.has("items")) {
            compare(path + "[]", released.get("items"), now.path("items"), found);
        }
        if (released.has("additionalProperties")
                && released.get("additionalProperties").isObject()) {
            compare(path + "/*", released.get("additionalProperties"), now.path("additionalProperties"), found);
        }
        branches(path, released, now, found);
    }

    /** Event types are told apart by the branches of {@code allOf}; parts of an object are merged by it. */
    private static void branches(String path, JsonNode released, JsonNode now, List<String> found) {
        for (JsonNode branch : released.path("allOf")) {
            String type = branch.at("/if/properties/type/const").asText();
            JsonNode other = null;
            for (JsonNode candidate : now.path("allOf")) {
                if (candidate.at("/if/properties/type/const").asText().equals(type)
                        && (!type.isEmpty() || sameFields(branch, candidate))) {
                    other = candidate;
                }
            }
            if (other == null) {
                found.add(path + " " + type + ": the event type, or a group of fields, was removed. Keep it.");
            } else {
                compare(
                        path + " " + type,
                        type.isEmpty() ? branch : branch.get("then"),
                        type.isEmpty() ? other : other.get("then"),
                        found);
            }
        }
    }

    /** What can be null is written as {@code anyOf} where it is an enumeration: here as a type that allows null, too. */
    private static JsonNode oneForm(JsonNode schema) {
        for (JsonNode form : schema.path("anyOf")) {
            if (!form.path("type").asText().equals("null")) {
                ObjectNode one = form.deepCopy();
                one.putArray("type").add(form.path("type").asText()).add("null");
                return one;
            }
        }
        return schema;
    }

    private static boolean sameFields(JsonNode one, JsonNode other) {
        var names = new ArrayList<String>();
        one.path("properties").fieldNames().forEachRemaining(names::add);
        return names.stream().anyMatch(name -> other.path("properties").has(name));
    }

    private static void narrowed(String path, String keyword, JsonNode released, JsonNode now, List<String> found) {
        if (!now.has(keyword)) {
            return;
        }
        var allowed = words(now.get(keyword));
        var gone = new LinkedHashSet<>(words(released.path(keyword)));
        gone.removeAll(allowed);
        if (allowed.contains("number")) {
            gone.remove("integer");
        }
        if (!released.has(keyword) || !gone.isEmpty()) {
            found.add(path + ": the " + keyword + " was narrowed, " + gone
                    + " is not allowed any more. Add a field beside it instead.");
        }
    }

    private static Set<String> words(JsonNode node) {
        var words = new LinkedHashSet<String>();
        if (node.isArray()) {
            node.forEach(word -> words.add(word.asText()));
        } else if (!node.isMissingNode()) {
            words.add(node.asText());
        }
        return words;
    }
}
