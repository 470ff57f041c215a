package io.throughline.intake.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as texts. */
public final class Times {

    private Times() {}

    /** A time of RFC 3339 with its offset; null for any other text. */
    public static @Nullable Instant parse(String text) {
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
        // A sign would begin a year of more than four digits, which only Java knows.
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The time of a text in the form that nearly all senders use, {@code 2026-11-01T01:30:00Z} or with a fraction of a
     * second; null for any other, right or wrong. The JDK's parser costs as much as reading the rest of the event.
     */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        boolean withFraction = length > 21 && length <= 30 && text.charAt(19) == '.';
        if (!withFraction && length != 20
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nanos = withFraction ? digits(text, 20, length - 1) : 0;
        // What is out of its range is left to the JDK, which knows the reasons.
        if (year < 0
                || month < 1
                || month > 12
                || day < 1
                || day > (month == 2 ? 28 : 30)
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || nanos < 0) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        for (int place = length - 21; withFraction && place < 9; place++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** The number of some digits; negative where one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
