package io.throughline.local.backfill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.local.backfill.mapping.FieldType.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the text of a cell into what a field of the contract holds. */
record Conversion(FieldType type, TimeFormats times) {

    private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "0");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");

    JsonNode of(String text) throws CellProblem {
        return switch (type) {
            case FieldType.Words words -> word(text, words);
            case Plain plain ->
                switch (plain) {
                    case TEXT -> TextNode.valueOf(text);
                    case NUMBER -> DecimalNode.valueOf(number(text));
                    case WHOLE -> IntNode.valueOf(whole(text));
                    case TRUTH -> BooleanNode.valueOf(truth(text));
                    case TIME -> TextNode.valueOf(times.parse(text).toString());
                };
            case FieldType.ListOf list -> throw new IllegalStateException("a list is made of its items");
            case FieldType.Group group -> throw new IllegalStateException("a group is made of its fields");
        };
    }

    /** Seconds, or a duration as {@code h:mm:ss}, {@code m:ss} or ISO 8601 ({@code PT2M}), which becomes seconds. */
    static BigDecimal number(String text) throws CellProblem {
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            long minutes = hours * 60 + Long.parseLong(clock.group(2));
            return new BigDecimal(clock.group(3)).add(BigDecimal.valueOf(minutes * 60));
        }
        try {
            return text.startsWith("P")
                    ? BigDecimal.valueOf(Duration.parse(text).toMillis(), 3)
                    : new BigDecimal(text);
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            throw new CellProblem(
                    "'" + text + "' is neither a number nor a duration",
                    "mend it: 12.5, 1:30 (minutes and seconds) and 0:01:30 are understood");
        }
    }

    private static int whole(String text) throws CellProblem {
        try {
            return number(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new CellProblem("'" + text + "' is no whole number", "mend it, or leave it empty");
        }
    }

    private static boolean truth(String text) throws CellProblem {
        var lower = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower) || FALSE.contains(lower)) {
            return TRUE.contains(lower);
        }
        throw new CellProblem(
                "'" + text + "' is neither yes nor no",
                "mend it, or say in a map of the mapping which of them it means");
    }

    private static JsonNode word(String text, FieldType.Words words) throws CellProblem {
        var lower = text.toLowerCase(Locale.ROOT);
        if (words.words().contains(lower)) {
            return TextNode.valueOf(lower);
        }
        throw new CellProblem(
                "'" + text + "' is none of: " + String.join(", ", words.words()),
                "say in a map of the mapping which of them it means");
    }
}
