package io.throughline.local.backfill.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened.
 *
 * @param at the time
 * @param otherwise the time where {@code at} is empty; null: the event cannot be made
 * @param plus seconds or durations that are added; empty ones add nothing
 * @param notBefore an earlier time is replaced by this one, and the row reported; null where nothing is checked
 */
record TimeRule(
        Template at,
        @Nullable Template otherwise,
        List<Template> plus,
        @Nullable Template notBefore,
        TimeFormats formats) {

    private static final List<String> SETTINGS = List.of("at", "else", "plus", "notBefore");

    /**
     * A time.
     *
     * @param changed why it is not the one of the row; null where it is
     */
    record Moment(Instant time, @Nullable String changed) {}

    static TimeRule read(YamlNode node, Columns columns, TimeFormats formats) {
        if (node.isText()) {
            return new TimeRule(constantsChecked(node, columns, formats), null, List.of(), null, formats);
        }
        var entries = node.entries(SETTINGS);
        return new TimeRule(
                constantsChecked(node.required(entries, "at"), columns, formats),
                optional(entries, "else", columns, formats),
                entries.containsKey("plus")
                        ? node.required(entries, "plus").items().stream()
                                .map(part -> Template.read(part, columns))
                                .toList()
                        : List.of(),
                optional(entries, "notBefore", columns, formats),
                formats);
    }

    private static @Nullable Template optional(
            Map<String, YamlNode> entries, String name, Columns columns, TimeFormats formats) {
        @Nullable YamlNode node = entries.get(name);
        return node == null ? null : constantsChecked(node, columns, formats);
    }

    private static Template constantsChecked(YamlNode node, Columns columns, TimeFormats formats) {
        var template = Template.read(node, columns);
        if (template.isConstant()) {
            try {
                formats.parse(template.toString());
            } catch (CellProblem e) {
                throw node.problem(e.reason() + "; a column is written ${Its name}");
            }
        }
        return template;
    }

    Moment of(Row row) throws CellProblem {
        var time = time(row).plus(added(row));
        var earliest = notBefore == null ? null : notBefore.of(row);
        if (earliest == null) {
            return new Moment(time, null);
        }
        var limit = formats.parse(earliest);
        return time.isBefore(limit)
                ? new Moment(limit, "%s (%s) lies before %s (%s)".formatted(at, at.of(row), notBefore, earliest))
                : new Moment(time, null);
    }

    private Instant time(Row row) throws CellProblem {
        var text = at.of(row);
        if (text == null && otherwise != null) {
            text = otherwise.of(row);
        }
        if (text == null) {
            throw new CellProblem(
                    at + " is empty", "fill it, or give the event a condition ('when') or its time an 'else'");
        }
        return formats.parse(text);
    }

    private Duration added(Row row) throws CellProblem {
        var seconds = BigDecimal.ZERO;
        for (var part : plus) {
            var text = part.of(row);
            seconds = text == null ? seconds : seconds.add(Conversion.number(text));
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
