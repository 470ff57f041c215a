package io.throughline.servicekit.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.throughline.servicekit.settings.Node.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML with the place of each value. Scalars stay texts: {@code 0000000000} is no number and {@code no} is no
 * truth value until somebody asks for one. Aliases are refused: a rule stands where it holds.
 */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 20;

    private final String file;
    private final YAMLParser parser;

    private YamlTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws SettingsException when the text is no YAML of one document */
    static Node read(String file, String text) {
        try (var parser = YAML.createParser(text)) {
            return new YamlTree(file, parser).document();
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw failure(
                    file,
                    location == null ? new Place(1, 1) : Place.of(location),
                    "",
                    "this is no YAML (" + firstLine(e.getOriginalMessage()) + ")",
                    "Check indentation, brackets and quotes here and on the line above.");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private Node document() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw failure(file, new Place(1, 1), "", "the file is empty", "Give it content or remove it.");
        }
        var root = node(token, "", 0);
        if (parser.nextToken() != null) {
            throw failure(
                    file, here(), "", "a second document begins", "Write one document a file, without a line of ---.");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, String path, int depth) throws IOException {
        var place = here();
        if (depth > DEEPEST) {
            throw failure(file, place, path, "this is nested too deeply", "Nest no deeper than the examples.");
        }
        if (parser.isCurrentAlias()) {
            throw failure(file, place, path, "aliases (*name) are not supported", "Write the value itself.");
        }
        return switch (Objects.requireNonNull(token)) {
            case START_OBJECT -> mapping(place, path, depth);
            case START_ARRAY -> sequence(place, path, depth);
            default -> new Node.Scalar(place, parser.getText(), token == JsonToken.VALUE_STRING);
        };
    }

    private Node mapping(Place place, String path, int depth) throws IOException {
        var entries = new LinkedHashMap<String, Node.Entry>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = here();
            var name = parser.currentName();
            var field = path.isEmpty() ? name : path + "." + name;
            var value = node(parser.nextToken(), field, depth + 1);
            if (entries.putIfAbsent(name, new Node.Entry(key, value)) != null) {
                throw failure(file, key, field, "this stands here a second time", "Keep one of the two.");
            }
        }
        return new Node.Mapping(place, entries);
    }

    private Node sequence(Place place, String path, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Place here() {
        return Place.of(parser.currentTokenLocation());
    }

    private static SettingsException failure(String file, Place place, String field, String reason, String remedy) {
        return new SettingsException(
                List.of(new SettingsProblem(file, place.line(), place.column(), field, reason, remedy)));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
