package io.throughline.local.backfill.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with columns in it: {@code ticket-${Ticket ID}}.
 *
 * @param parts fixed texts and columns, in their order
 */
record Template(List<Part> parts) {

    /** A piece of it. */
    sealed interface Part {
        record Fixed(String text) implements Part {}

        record Column(String name) implements Part {}
    }

    static Template read(YamlNode node, Columns columns) {
        var text = node.text();
        var parts = new ArrayList<Part>();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw node.problem("'${' without its '}': a column is written ${Its name}");
            }
            if (open > at) {
                parts.add(new Part.Fixed(text.substring(at, open)));
            }
            parts.add(
                    new Part.Column(columns.used(text.substring(open + 2, close).strip(), node)));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Part.Fixed(text.substring(at)));
        }
        return new Template(List.copyOf(parts));
    }

    boolean isConstant() {
        return parts.stream().allMatch(Part.Fixed.class::isInstance);
    }

    /** The text for a row; null where one of its columns is empty. */
    @Nullable
    String of(Row row) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Fixed fixed -> text.append(fixed.text());
                case Part.Column column -> {
                    var cell = row.cell(column.name());
                    if (cell == null) {
                        return null;
                    }
                    text.append(cell);
                }
            }
        }
        return text.toString();
    }

    /** As it is written in the mapping. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Fixed fixed -> text.append(fixed.text());
                case Part.Column column ->
                    text.append("${").append(column.name()).append('}');
            }
        }
        return text.toString();
    }
}
