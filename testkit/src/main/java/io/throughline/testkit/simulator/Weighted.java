package io.throughline.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** A value and how often it is chosen, against the others of its list. */
record Weighted<T>(T value, double weight) {

    /** A table written as {@code "phone 51, chat 12"}. */
    static List<Weighted<String>> table(String text) {
        var entries = new ArrayList<Weighted<String>>();
        for (String entry : text.split(",", -1)) {
            var parts = entry.trim().split(" ", 2);
            entries.add(new Weighted<>(parts[0], Double.parseDouble(parts[1])));
        }
        return List.copyOf(entries);
    }
}
