package io.throughline.intake.webhook;

import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Stands in a contact's or event's id for something personal, until intake replaces it by a token of the tenant's key.
 * Messengers name a thread by the customer's own id, and some message ids hold a telephone number; a plain hash of either
 * would be undone by trying all numbers.
 */
public final class Pseudonym {

    private static final Pattern PLACE = Pattern.compile("⟨([^:⟩]*):([^⟩]*)⟩");

    private Pseudonym() {}

    /** The place of a value, to be put anywhere in an id. */
    public static String of(String type, String value) {
        return "⟨" + type + ":" + value.replace('⟩', '>') + "⟩";
    }

    /** The text with a token at each place. */
    static String resolve(String text, BinaryOperator<String> token) {
        return text.indexOf('⟨') < 0
                ? text
                : PLACE.matcher(text).replaceAll(place -> token.apply(place.group(1), place.group(2)));
    }
}
