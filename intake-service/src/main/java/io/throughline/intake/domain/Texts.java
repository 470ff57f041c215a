package io.throughline.intake.domain;

import io.throughline.intake.domain.Problem.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a text may look like. */
final class Texts {

    /**
     * How long a text may be. PostgreSQL keeps at most 2,704 bytes in an entry of an index: a key of tenant and two names
     * has to fit, and one of two codes with every character escaped by three.
     */
    enum Limit {
        /** What names a thing: an event, a source, a contact, a case. */
        NAME(512, 512),
        /** A word of a catalogue, the tenant's own among them. */
        CODE(200, 200),
        TEXT(512, Integer.MAX_VALUE),
        COMMENT(4_000, Integer.MAX_VALUE);

        private final int characters;
        private final int bytes;

        Limit(int characters, int bytes) {
            this.characters = characters;
            this.bytes = bytes;
        }

        private @Nullable Fault check(String text) {
            if (text.length() > characters) {
                return new Fault(
                        Kind.TOO_LONG,
                        "has " + text.length() + " characters",
                        "send at most " + characters + " characters");
            }
            // No character has more than three bytes for each char of Java.
            if (text.length() > bytes / 3) {
                int length = text.getBytes(StandardCharsets.UTF_8).length;
                if (length > bytes) {
                    return new Fault(
                            Kind.TOO_LONG,
                            "has " + length + " bytes in UTF-8",
                            "send at most " + bytes + " bytes in UTF-8");
                }
            }
            return null;
        }
    }

    /** What is wrong with a text, as in {@link Problem}. */
    record Fault(Kind kind, String reason, String remedy) {}

    private Texts() {}

    /** What is wrong with a text; null when nothing is. */
    static @Nullable Fault check(String text, Limit limit) {
        Fault tooLong = limit.check(text);
        if (tooLong != null) {
            return tooLong;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            // PostgreSQL takes no NUL in a text, and half a surrogate pair has no UTF-8 form: downstream would stop at
            // it.
            if (c == 0 || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
                return new Fault(Kind.MALFORMED, "has a control character", "send it without control characters");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return new Fault(Kind.MALFORMED, "has half a surrogate pair", "send whole characters in UTF-8");
                }
                i++;
            }
        }
        return null;
    }
}
