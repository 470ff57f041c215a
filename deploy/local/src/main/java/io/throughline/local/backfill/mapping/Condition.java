package io.throughline.local.backfill.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a row has an event. */
sealed interface Condition {

    boolean holds(Row row);

    /** Something stands in the column, or nothing does. */
    record Filled(String column, boolean filled) implements Condition {
        @Override
        public boolean holds(Row row) {
            return (row.cell(column) != null) == filled;
        }
    }

    /** The column says one of these words; upper and lower case are one. */
    record Equals(String column, List<String> words) implements Condition {
        @Override
        public boolean holds(Row row) {
            var cell = row.cell(column);
            return cell != null && words.stream().anyMatch(cell::equalsIgnoreCase);
        }
    }

    List<String> SETTINGS = List.of("column", "filled", "equals");

    static Condition read(YamlNode node, Columns columns) {
        var entries = node.entries(SETTINGS);
        var column = node.required(entries, "column");
        var name = columns.used(column.text(), column);
        @Nullable YamlNode filled = entries.get("filled");
        @Nullable YamlNode words = entries.get("equals");
        if ((filled == null) == (words == null)) {
            throw node.problem("give either 'filled' or 'equals' with the column");
        }
        if (words != null) {
            return new Equals(name, words.items().stream().map(YamlNode::text).toList());
        }
        return switch (filled == null ? "" : filled.text()) {
            case "true", "yes" -> new Filled(name, true);
            case "false", "no" -> new Filled(name, false);
            default -> throw node.problem("'filled' is true or false");
        };
    }
}
