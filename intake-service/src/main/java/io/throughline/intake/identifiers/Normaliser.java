package io.throughline.intake.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for each identifier, so that two spellings make one token. What names nobody (a placeholder, a number that
 * no telephone can have) has no normal form: joined by it, strangers would become one customer.
 *
 * <table>
 * <caption>Normal forms</caption>
 * <tr><th>type</th><th>form</th></tr>
 * <tr><td>{@code phone}</td><td>E.164; a national number is read in the region given; an extension is left out</td></tr>
 * <tr><td>{@code whatsapp}</td><td>E.164 as for {@code phone}; WhatsApp's own ids are the digits without +</td></tr>
 * <tr><td>{@code email}</td><td>lower case; dots and +tags stay, because not every provider ignores them</td></tr>
 * <tr><td>others</td><td>Unicode NFKC, trimmed; case is kept</td></tr>
 * </table>
 */
final class Normaliser {

    /** In lower case, without a leading +. Platforms write these where there is no customer. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "anonymous",
            "unknown",
            "undefined",
            "null",
            "none",
            "nan",
            "n/a",
            "-",
            "guest",
            "private",
            "restricted",
            "unavailable",
            "withheld",
            "blocked",
            "no caller id",
            "not provided",
            "[object object]",
            // The same words typed on a telephone's keypad: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE.
            "266696687",
            "7378742833",
            "2562533",
            "8656696",
            "86282452253");

    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final Pattern ONE_DIGIT_REPEATED = Pattern.compile("\\+?(\\d)\\1*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{7,15}");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /**
     * The normal form.
     *
     * @param region ISO 3166-1 alpha-2, in which national telephone numbers are read
     * @return empty where the value names nobody
     */
    Optional<String> normalise(String type, String value, String region) {
        String text = Normalizer.normalize(value, Form.NFKC).strip();
        if (text.isEmpty() || isPlaceholder(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (type) {
                    case "phone" -> phone(text, region);
                    case "whatsapp" -> whatsapp(text, region);
                    case "email" -> email(text);
                    default -> text;
                });
    }

    private static boolean isPlaceholder(String text) {
        var word = text.startsWith("+") ? text.substring(1) : text;
        return PLACEHOLDERS.contains(word.toLowerCase(Locale.ROOT))
                || ZEROS.matcher(word).matches();
    }

    private static @Nullable String email(String text) {
        return EMAIL.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : null;
    }

    private @Nullable String whatsapp(String text, String region) {
        if (DIGITS.matcher(text).matches()) {
            String international = phone("+" + text, region);
            if (international != null) {
                return international;
            }
        }
        return phone(text, region);
    }

    /** Possible, not valid: numbering plans gain ranges faster than libraries do. */
    private @Nullable String phone(String text, String region) {
        if (ONE_DIGIT_REPEATED.matcher(text).matches()) {
            return null;
        }
        try {
            var number = phones.parse(text, region);
            return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
