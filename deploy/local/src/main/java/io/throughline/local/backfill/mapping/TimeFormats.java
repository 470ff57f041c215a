package io.throughline.local.backfill.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a file writes times. ISO 8601 is always understood as well.
 *
 * @param forms tried in their order
 */
record TimeFormats(List<Form> forms) {

    private static final String SECONDS = "epoch-seconds";
    private static final String MILLIS = "epoch-millis";
    /** The letter outside quotes. */
    private static final Pattern YEAR = Pattern.compile("y(?=(?:[^']*'[^']*')*[^']*$)");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** One way to write a time. */
    record Form(String written, Parser parser) {}

    /** Reads a time or throws {@link DateTimeParseException}, {@link NumberFormatException}. */
    interface Parser {
        Instant parse(String text);
    }

    /**
     * Reads the patterns of a mapping.
     *
     * @param zone of times that name no offset. Of the hour that comes twice when clocks go back, the first is meant
     */
    static TimeFormats read(ZoneId zone, List<YamlNode> written) {
        var forms = new ArrayList<Form>();
        for (var node : written) {
            forms.add(new Form(node.text(), parser(node, zone)));
        }
        forms.add(new Form("ISO 8601", text -> parse(text.replace(' ', 'T'), ISO, zone)));
        return new TimeFormats(List.copyOf(forms));
    }

    /** The moment that a text names. */
    Instant parse(String text) throws CellProblem {
        for (var form : forms) {
            try {
                return form.parser().parse(text);
            } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
                // The next form may fit.
            }
        }
        throw new CellProblem(
                "'" + text + "' is no time of the form "
                        + forms.stream().map(Form::written).collect(Collectors.joining(" or ")),
                "mend it, or add its form to 'times' in the mapping");
    }

    private static Parser parser(YamlNode node, ZoneId zone) {
        return switch (node.text()) {
            case SECONDS -> text -> Instant.ofEpochSecond(Long.parseLong(text));
            case MILLIS -> text -> Instant.ofEpochMilli(Long.parseLong(text));
            default -> {
                var format = format(node);
                yield text -> parse(text, format, zone);
            }
        };
    }

    private static DateTimeFormatter format(YamlNode node) {
        try {
            // Strict, so that 30 February is none; strict years are u, and everybody writes y.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(YEAR.matcher(node.text()).replaceAll("u"))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw node.problem("'" + node.text() + "' is no time pattern (" + e.getMessage()
                    + "); write one such as 'dd/MM/yyyy HH:mm:ss', epoch-seconds or epoch-millis");
        }
    }

    private static Instant parse(String text, DateTimeFormatter format, ZoneId zone) {
        return switch (format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> throw new IllegalStateException("parseBest answers what it was asked for");
        };
    }
}
