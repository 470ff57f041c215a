package io.throughline.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares published records as text: what differs is a difference, were it only the order of fields. */
final class Comparison {

    /** Enough to see what is wrong. */
    private static final int SHOWN = 5;

    private Comparison() {}

    /** The first few keys whose values differ, with both values; empty when all are equal. */
    static List<String> differences(SortedMap<String, String> expected, SortedMap<String, String> actual) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        var differences = new ArrayList<String>();
        for (String key : keys) {
            if (!Objects.equals(expected.get(key), actual.get(key))) {
                differences.add(key + "\n  expected " + expected.get(key) + "\n  but was  " + actual.get(key));
            }
        }
        if (differences.size() > SHOWN) {
            int all = differences.size();
            differences.subList(SHOWN, all).clear();
            differences.add("... " + all + " of " + keys.size() + " in all");
        }
        return differences;
    }

    /** The records without these fields, which tell the history of arrival, wherever they are. */
    static SortedMap<String, String> without(Set<String> fields, SortedMap<String, String> records) {
        var stripped = new TreeMap<String, String>();
        records.forEach((key, value) -> stripped.put(key, without(fields, value)));
        return stripped;
    }

    private static String without(Set<String> fields, String json) {
        try {
            var tree = ContractJson.MAPPER.readTree(json);
            strip(fields, tree);
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + json, e);
        }
    }

    private static void strip(Set<String> fields, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(fields);
        }
        node.forEach(child -> strip(fields, child));
    }
}
