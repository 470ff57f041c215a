package io.throughline.intake.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as texts. */
public final class Times {

    private Times() {}

    /** A time of RFC 3339 with its offset; null for any other text. */
    public static @Nullable Instant parse(String text) {
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
}
