package io.throughline.intake.domain;

import io.throughline.intake.domain.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** What a text may look like. */
final class Texts {

    static final int MAX_LENGTH = 512;
    static final int MAX_COMMENT_LENGTH = 4_000;

    private Texts() {}

    /** What is wrong with a text; null when nothing is. */
    static @Nullable Problem check(String field, String text, int maxLength) {
        if (text.length() > maxLength) {
            return new Problem(
                    field,
                    Kind.TOO_LONG,
                    "has " + text.length() + " characters",
                    "send at most " + maxLength + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // PostgreSQL takes no NUL in a text, and half a surrogate pair has no UTF-8 form: downstream would stop at
            // it.
            if (c == 0 || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
                return new Problem(
                        field, Kind.MALFORMED, "has a control character", "send it without control characters");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return new Problem(
                            field, Kind.MALFORMED, "has half a surrogate pair", "send whole characters in UTF-8");
                }
                i++;
            }
        }
        return null;
    }
}
