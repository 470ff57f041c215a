package io.throughline.intake.identifiers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.regex.Pattern;

/** Masks mail addresses and telephone numbers in free text. */
final class PersonalText {

    /** Stands where something was masked. */
    static final String MASK = "***";

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}");
    private static final long MAX_TRIES = 1_000;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** Of a name such as an id or a path: digits on their own, and not a part of a hexadecimal id. */
    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?<![\\p{Alnum}-])\\+?\\d[\\d()-]{5,}\\d(?![\\p{Alnum}-])");

    /** An id, a code or a path with each mail address and each part that can be a telephone number masked. */
    String maskName(String name) {
        return NUMBER_IN_NAME.matcher(withoutAddresses(name)).replaceAll(MASK);
    }

    /**
     * The text with each mail address and each telephone number replaced by {@value #MASK}.
     *
     * @param region ISO 3166-1 alpha-2, in which national telephone numbers are read
     */
    String mask(String text, String region) {
        String masked = withoutAddresses(text);
        var result = new StringBuilder();
        int done = 0;
        for (var match : phones.findNumbers(masked, region, Leniency.POSSIBLE, MAX_TRIES)) {
            result.append(masked, done, match.start()).append(MASK);
            done = match.end();
        }
        return result.append(masked, done, masked.length()).toString();
    }

    /** Searched for only where there can be one: of a long word, the pattern is tried at every letter. */
    private static String withoutAddresses(String text) {
        return text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(MASK);
    }
}
