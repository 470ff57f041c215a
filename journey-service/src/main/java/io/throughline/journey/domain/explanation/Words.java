package io.throughline.journey.domain.explanation;

import io.throughline.contracts.catalogue.CatalogueNames;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** The texts of one language; patterns are {@link MessageFormat}'s. */
final class Words {

    private static final String TEXTS = "io.throughline.journey.domain.explanation.explanation";
    // Without it a missing language would be told in that of the machine.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle texts;
    private final CatalogueNames names;
    private final DateTimeFormatter time;

    Words(Locale language, ZoneId zone) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(TEXTS, language, Words.class.getClassLoader(), NO_FALLBACK);
        this.names = new CatalogueNames(language);
        this.time =
                DateTimeFormatter.ofPattern(texts.getString("time"), language).withZone(zone);
    }

    /** The text of a key with its blanks filled; fails where the key is missing. */
    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }

    /** The word for a code; the code itself where there is none, for tenants have codes of their own. */
    String term(String family, String code) {
        var key = family + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : code;
    }

    String channel(String code) {
        return names.channel(code);
    }

    String intent(String code) {
        return names.intent(code);
    }

    /** A time to the minute. */
    String time(Instant at) {
        return time.format(at);
    }

    /** A time as the beginning of a step. */
    String moment(Instant at) {
        return text("moment", time(at));
    }

    /** A length of time in its two largest units, from days to seconds; negative counts as none. */
    String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return text("duration.seconds", whole);
        }
        long minutes = whole / 60;
        if (minutes < 60) {
            return text("duration.minutes", minutes);
        }
        return minutes < 24 * 60
                ? text("duration.hours", minutes / 60, minutes % 60)
                : text("duration.days", minutes / (24 * 60), minutes / 60 % 24);
    }

    /** Sentences one after the other; empty ones are left out. */
    String join(String... sentences) {
        return Arrays.stream(sentences)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(texts.getString("between")));
    }
}
