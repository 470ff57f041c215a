package io.throughline.journey.domain;

import java.time.Instant;

/** Times as text that sorts like them; what begins alike is near in time. */
public final class TimeKey {

    /** So that times before 1970 sort before later ones. */
    private static final long BIAS = 1L << 40;

    /** Digits for the seconds, each four bits. */
    static final int SECONDS_DIGITS = 11;

    private static final int NANOS_DIGITS = 8;

    private TimeKey() {}

    /** A time as text of always the same length. */
    public static String of(Instant time) {
        var digits = new char[SECONDS_DIGITS + NANOS_DIGITS];
        write(time.getEpochSecond() + BIAS, digits, 0, SECONDS_DIGITS);
        write(time.getNano(), digits, SECONDS_DIGITS, digits.length);
        return new String(digits);
    }

    private static void write(long value, char[] digits, int from, int to) {
        long rest = value;
        for (int i = to - 1; i >= from; i--) {
            digits[i] = Character.forDigit((int) (rest & 0xF), 16);
            rest >>>= 4;
        }
    }
}
