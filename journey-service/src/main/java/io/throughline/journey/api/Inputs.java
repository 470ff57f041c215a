package io.throughline.journey.api;

import io.throughline.servicekit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of requests; a bad one is a 400 that names it and says what is right, never what was sent. */
final class Inputs {

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private Inputs() {}

    /** A parameter that must be there. */
    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(field, "The parameter is missing.", "Send it, URL-encoded.");
        }
        return text(field, value);
    }

    /** Free text, such as an id or a code. */
    static String text(String field, String value) {
        // PostgreSQL has no text with this character, so nothing can be found by it.
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(field, "The value holds the character U+0000.", "Leave it out.");
        }
        return value;
    }

    /** {@link #text}, or null where nothing or an empty text was sent. */
    static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : text(field, value);
    }

    /** One of an enumeration's words; null where nothing or an empty text was sent. */
    static <E extends Enum<E>> @Nullable E word(String field, @Nullable String value, Class<E> words) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field, "The value is none of those known.", "Send one of " + names(words) + "."));
    }

    /** Any of an enumeration's words, joined by commas; none where nothing or an empty text was sent. */
    static <E extends Enum<E>> Set<E> words(String field, @Nullable String value, Class<E> words) {
        var found = EnumSet.noneOf(words);
        for (String part : value == null ? new String[0] : value.split(",")) {
            var word = word(field, part.strip(), words);
            if (word != null) {
                found.add(word);
            }
        }
        return found;
    }

    /** A time of RFC 3339 with offset, or a day, meaning its beginning in the zone; null where nothing was sent. */
    static @Nullable Instant timeOrDay(String field, @Nullable String value, ZoneId zone) {
        if (value == null || value.length() != "2026-11-01".length()) {
            return time(field, value);
        }
        try {
            return reachable(LocalDate.parse(value).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw noTime(field);
        }
    }

    /** A time of RFC 3339 with offset; null where nothing or an empty text was sent. */
    static @Nullable Instant time(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            // A plus sign that was not URL-encoded arrives as a blank, and a time has none elsewhere.
            return reachable(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw noTime(field);
        }
    }

    /**
     * The time itself, where the database's calendar reaches it.
     *
     * @throws DateTimeException otherwise
     */
    static Instant reachable(Instant time) {
        if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
            return time;
        }
        throw new DateTimeException("out of reach");
    }

    private static ProblemException noTime(String field) {
        return ProblemException.invalid(
                field,
                "The value is not a time with offset.",
                "Send a time of RFC 3339, such as 2026-11-01T09:30:00+08:00, URL-encoded.");
    }

    /** How many to answer: 1 to 200, 50 where nothing was sent. */
    static int limit(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw ProblemException.invalid(
                "limit", "The value is not in range.", "Send a whole number from 1 to " + LARGEST_LIMIT + ".");
    }

    /** An IANA time zone; the given one where nothing was sent. */
    static ZoneId zone(@Nullable String value, ZoneId otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "zone", "The time zone is not known.", "Send an IANA name, such as Asia/Hong_Kong.");
        }
    }

    private static <E extends Enum<E>> String names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
