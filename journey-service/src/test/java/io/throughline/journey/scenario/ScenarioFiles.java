package io.throughline.journey.scenario;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the scenario files. An entry with examples is one scenario for each of them. */
final class ScenarioFiles {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final Pattern ONLY_A_PLACE = Pattern.compile("<[a-z-]+>");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private ScenarioFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Scenario> read(Path file) {
        var scenarios = new ArrayList<Scenario>();
        try {
            for (JsonNode entry : YAML.readTree(file.toFile())) {
                ObjectNode scenario = (ObjectNode) entry;
                JsonNode examples = scenario.remove("examples");
                if (examples == null) {
                    scenarios.add(YAML.treeToValue(scenario, Scenario.class));
                } else {
                    for (JsonNode example : examples) {
                        scenarios.add(YAML.treeToValue(filled(scenario, example), Scenario.class));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return scenarios;
    }

    /** Puts an example's values where the scenario says {@code <name>}; a value that is only that, and not given, is none. */
    private static JsonNode filled(JsonNode node, JsonNode example) {
        if (node.isTextual()) {
            return filledText(node, example);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = YAML.createArrayNode();
            array.forEach(item -> copy.add(filled(item, example)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = YAML.createObjectNode();
            object.properties()
                    .forEach(field -> copy.set(filledKey(field.getKey(), example), filled(field.getValue(), example)));
            return copy;
        }
        return node;
    }

    private static String filledKey(String key, JsonNode example) {
        return filledText(YAML.getNodeFactory().textNode(key), example).asText();
    }

    private static JsonNode filledText(JsonNode node, JsonNode example) {
        String text = node.asText();
        for (var field : example.properties()) {
            String place = "<" + field.getKey() + ">";
            if (text.equals(place)) {
                return field.getValue();
            }
            text = text.replace(place, field.getValue().asText());
        }
        if (ONLY_A_PLACE.matcher(text).matches()) {
            return YAML.getNodeFactory().nullNode();
        }
        return YAML.getNodeFactory().textNode(text);
    }
}
