package io.throughline.journey.rules;

import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the values of a rules file are written; each method gives what stands there, else the value that holds already. */
final class Kinds {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?([smhd])");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Kinds() {}

    /** A number and s, m, h or d; a day has 24 hours. */
    static Duration duration(Section section, String name, Duration otherwise) {
        return section.get(name).flatMap(Kinds::duration).orElse(otherwise);
    }

    static Optional<Duration> duration(Value value) {
        return value.as(Kinds::parseDuration, "a number with s, m, h or d, e.g. 90s or 72h");
    }

    /** A duration in seconds. */
    static double seconds(Section section, String name, double otherwise) {
        return section.get(name)
                .flatMap(Kinds::duration)
                .map(duration -> (double) duration.toSeconds())
                .orElse(otherwise);
    }

    static double probability(Section section, String name, double otherwise) {
        return section.get(name)
                .flatMap(value -> value.as(
                        text -> checked(Double.parseDouble(text), number -> number >= 0 && number <= 1),
                        "a probability from 0 to 1, e.g. 0.7"))
                .orElse(otherwise);
    }

    static int count(Section section, String name, int otherwise) {
        return section.get(name)
                .flatMap(value -> value.as(
                        text -> checked(Integer.parseInt(text), number -> number >= 1 && number <= 1000),
                        "a whole number from 1 to 1000"))
                .orElse(otherwise);
    }

    static @Nullable ZoneId zone(Section section, String name, @Nullable ZoneId otherwise) {
        return section.get(name)
                .flatMap(value -> value.as(
                        text -> ZoneId.of(checked(text, ZONES::contains)),
                        "a time zone by its IANA name, e.g. Asia/Hong_Kong"))
                .orElse(otherwise);
    }

    static @Nullable Instant moment(Section section, String name) {
        return section.get(name)
                .flatMap(value -> value.as(
                        text -> OffsetDateTime.parse(text).toInstant(),
                        "a date and time with offset, e.g. 2026-07-01T00:00:00+08:00"))
                .orElse(null);
    }

    static @Nullable LocalDate day(Section section, String name) {
        return section.get(name).flatMap(Kinds::day).orElse(null);
    }

    static Optional<LocalDate> day(Value value) {
        return value.as(LocalDate::parse, "a day as year-month-day, e.g. 2026-12-25");
    }

    static @Nullable String text(Section section, String name) {
        return section.get(name).flatMap(Value::text).orElse(null);
    }

    /** One of an enumeration's names, in lower case. */
    static <E extends Enum<E>> Optional<E> word(Value value, Class<E> type, List<E> allowed) {
        return value.as(
                text -> checked(
                        Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                        word -> allowed.contains(word) && text.equals(lower(word))),
                "one of " + String.join(", ", allowed.stream().map(Kinds::lower).toList()));
    }

    static <E extends Enum<E>> Optional<E> word(Value value, Class<E> type) {
        return word(value, type, Arrays.asList(type.getEnumConstants()));
    }

    static boolean truth(Section section, String name) {
        return section.get(name)
                .flatMap(value -> value.as(
                        text -> checked(text, word -> word.equals("true") || word.equals("false")), "true or false"))
                .map(Boolean::valueOf)
                .orElse(false);
    }

    private static Duration parseDuration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static <T> T checked(T value, Predicate<T> valid) {
        if (!valid.test(value)) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
