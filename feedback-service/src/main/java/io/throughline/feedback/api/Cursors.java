package io.throughline.feedback.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.contracts.topic.Keys;
import io.throughline.servicekit.problem.ProblemException;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in a list as one opaque word of a URL. */
final class Cursors {

    private Cursors() {}

    static String write(Object... parts) {
        var texts = new String[parts.length];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].toString();
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Keys.join(texts).getBytes(UTF_8));
    }

    /** The place that the parts describe; null where nothing was sent. */
    static <P> @Nullable P read(@Nullable String cursor, Function<List<String>, P> place) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return place.apply(Keys.split(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw ProblemException.invalid(
                    "cursor", "The cursor is none of ours.", "Send 'next' of the page before as it is.");
        }
    }
}
