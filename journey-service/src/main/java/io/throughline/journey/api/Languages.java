package io.throughline.journey.api;

import io.throughline.journey.domain.explanation.Explanation;
import io.throughline.servicekit.problem.ProblemException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which language an answer in words has. */
final class Languages {

    private Languages() {}

    /**
     * The one asked for by {@code lang}; else the best of {@code Accept-Language} (RFC 9110, 12.5.4); else English. Any
     * Chinese is answered in Traditional Chinese, the only one there is.
     */
    static Locale choose(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang != null && !lang.isBlank()) {
            var asked = find(Locale.forLanguageTag(lang));
            if (asked == null) {
                throw ProblemException.invalid(
                        "lang", "There is no text in this language.", "Send one of " + tags() + ".");
            }
            return asked;
        }
        return acceptLanguage == null ? Locale.ENGLISH : accepted(acceptLanguage);
    }

    private static Locale accepted(String acceptLanguage) {
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                var known = range.getWeight() == 0 ? null : find(Locale.forLanguageTag(range.getRange()));
                if (known != null) {
                    return known;
                }
            }
        } catch (IllegalArgumentException e) {
            // A header that is none is as good as no header: it must not cost the caller the answer.
        }
        return Locale.ENGLISH;
    }

    private static @Nullable Locale find(Locale asked) {
        return Explanation.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(null);
    }

    private static String tags() {
        return Explanation.LANGUAGES.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
    }
}
