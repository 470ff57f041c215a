package io.throughline.servicekit.settings;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.LinkedHashMap;
import java.util.List;

/** A value of a YAML file and where it stands. */
sealed interface Node {

    /** Line and column, both from 1. */
    record Place(int line, int column) {

        static Place of(JsonLocation location) {
            return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        }
    }

    Place place();

    /** A text, number or truth value, as it is written; empty where nothing stands. */
    record Scalar(Place place, String text, boolean quoted) implements Node {

        boolean isMissing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Sequence(Place place, List<Node> items) implements Node {}

    record Mapping(Place place, LinkedHashMap<String, Entry> entries) implements Node {}

    /** A key's own place, and its value. */
    record Entry(Place key, Node value) {}
}
