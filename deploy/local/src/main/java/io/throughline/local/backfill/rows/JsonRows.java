package io.throughline.local.backfill.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of JSON objects, or objects one after the other. What is inside another object is a column
 * {@code outer.inner}; the first of a list is {@code list.0}.
 */
final class JsonRows implements RowReader {

    private final CountingInput input;
    private final MappingIterator<JsonNode> objects;

    private JsonRows(CountingInput input, MappingIterator<JsonNode> objects) {
        this.input = input;
        this.objects = objects;
    }

    static JsonRows open(Path file) throws IOException {
        var input = new CountingInput(Files.newInputStream(file));
        return new JsonRows(input, ContractJson.MAPPER.readerFor(JsonNode.class).readValues(input));
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (!objects.hasNextValue()) {
                return null;
            }
            long line = objects.getParser().currentTokenLocation().getLineNr();
            var cells = new LinkedHashMap<String, String>();
            flatten("", objects.nextValue(), cells);
            return new Row(line, cells);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    "This is no JSON from line " + e.getLocation().getLineNr() + " on: " + e.getOriginalMessage()
                            + ". Mend the file there.",
                    e);
        }
    }

    private static void flatten(String name, JsonNode node, Map<String, String> cells) {
        var prefix = name.isEmpty() ? "" : name + ".";
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(prefix + field.getKey(), field.getValue(), cells));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + i, node.get(i), cells);
            }
        } else if (!node.isNull()) {
            cells.put(name, node.asText());
        }
    }

    @Override
    public long bytesRead() {
        return input.count();
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
