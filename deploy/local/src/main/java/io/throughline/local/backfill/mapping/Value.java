package io.throughline.local.backfill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the content of a field comes from. */
sealed interface Value {

    /** The same for every row. */
    record Constant(JsonNode json) implements Value {}

    /** A text with columns in it. */
    record Text(Template template, Conversion conversion) implements Value {}

    /**
     * A column whose words are translated.
     *
     * @param map by word in lower case
     * @param otherwise for empty cells, and for words that the map does not have; null: the field is absent, or the word
     *     is a mistake
     */
    record Mapped(String column, Map<String, String> map, @Nullable String otherwise, Conversion conversion)
            implements Value {}

    /** Fields by name. */
    record Fields(Map<String, Value> fields) implements Value {}

    /** A list; an item of which anything is missing is left out. */
    record Items(List<Value> items) implements Value {}

    /** Content that cannot be used, and of which field. */
    final class FieldProblem extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final CellProblem problem;

        FieldProblem(String field, CellProblem problem) {
            super(problem.reason(), null, false, false);
            this.field = field;
            this.problem = problem;
        }

        String field() {
            return field;
        }

        CellProblem problem() {
            return problem;
        }
    }

    /**
     * The content for a row; null where there is none.
     *
     * @param field the name for reports
     */
    default @Nullable JsonNode of(Row row, String field) throws FieldProblem {
        try {
            return switch (this) {
                case Constant constant -> constant.json();
                case Text text -> {
                    var content = text.template().of(row);
                    yield content == null ? null : text.conversion().of(content);
                }
                case Mapped mapped -> mapped(mapped, row.cell(mapped.column()));
                case Fields fields -> fields(fields, row, field);
                case Items items -> items(items, row, field);
            };
        } catch (CellProblem e) {
            throw new FieldProblem(field, e);
        }
    }

    private static @Nullable JsonNode mapped(Mapped mapped, @Nullable String cell) throws CellProblem {
        var word = cell == null ? null : mapped.map().get(cell.toLowerCase(Locale.ROOT));
        var content = word == null ? mapped.otherwise() : word;
        if (content == null && cell != null) {
            throw new CellProblem(
                    "'" + cell + "' in column " + mapped.column() + " is not in the map",
                    "add it to the map, or give 'else' beside it");
        }
        return content == null ? null : mapped.conversion().of(content);
    }

    private static @Nullable JsonNode fields(Fields fields, Row row, String name) throws FieldProblem {
        var json = JsonNodeFactory.instance.objectNode();
        for (var field : fields.fields().entrySet()) {
            var content = field.getValue().of(row, name + "." + field.getKey());
            if (content != null) {
                json.set(field.getKey(), content);
            }
        }
        return json.isEmpty() ? null : json;
    }

    private static @Nullable JsonNode items(Items items, Row row, String name) throws FieldProblem {
        var json = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < items.items().size(); i++) {
            var item = items.items().get(i);
            var content = item.of(row, name + "[" + i + "]");
            boolean whole = !(item instanceof Fields fields)
                    || (content != null && content.size() == fields.fields().size());
            if (content != null && whole) {
                json.add(content);
            }
        }
        return json.isEmpty() ? null : json;
    }
}
