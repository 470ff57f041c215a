package io.throughline.feedback.domain.cell;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long a window is. Windows of a size follow each other without gap or overlap, and begin where the calendar of a
 * zone says: a day of clock change has 23 or 25 hours.
 */
public enum WindowSize {
    /** Counted from the beginning of the day. */
    FIVE_MINUTES("PT5M"),
    /** Hours counted from the beginning of the day; the last one of a day is cut where the day ends. */
    HOUR("PT1H"),
    DAY("P1D"),
    /** ISO weeks, from Monday. */
    WEEK("P7D"),
    MONTH("P1M");

    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final String code;

    WindowSize(String code) {
        this.code = code;
    }

    /** ISO 8601 duration, its name in topics, queries and answers. */
    public String code() {
        return code;
    }

    /** The size of a code; empty where there is none. */
    public static Optional<WindowSize> named(String code) {
        return Arrays.stream(values()).filter(size -> size.code.equals(code)).findFirst();
    }

    /** The window of this size into which a time falls. */
    public Window windowAt(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return switch (this) {
            case FIVE_MINUTES -> partOfDay(FIVE, time, zone, day);
            case HOUR -> partOfDay(ONE_HOUR, time, zone, day);
            case DAY -> days(zone, day, day.plusDays(1));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield days(zone, monday, monday.plusDays(7));
            }
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield days(zone, first, first.plusMonths(1));
            }
        };
    }

    private static Window partOfDay(Duration length, Instant time, ZoneId zone, LocalDate day) {
        Window whole = days(zone, day, day.plusDays(1));
        long before = Duration.between(whole.start(), time).getSeconds() / length.getSeconds();
        Instant start = whole.start().plus(length.multipliedBy(before));
        Instant end = start.plus(length);
        return new Window(start, end.isBefore(whole.end()) ? end : whole.end());
    }

    private static Window days(ZoneId zone, LocalDate from, LocalDate to) {
        // Not midnight: where clocks change at midnight a day begins at 01:00.
        return new Window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}
