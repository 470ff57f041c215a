package io.throughline.journey.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.journey.readmodel.JourneyReadModel.Position;
import io.throughline.servicekit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in a list of journeys as one opaque word of a URL. */
final class Cursor {

    private Cursor() {}

    static @Nullable String write(@Nullable Position position) {
        if (position == null) {
            return null;
        }
        var text = position.startedAt() + " " + position.journeyId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            return new Position(Inputs.reachable(Instant.parse(parts[0])), Inputs.text("cursor", parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.invalid(
                    "cursor", "The cursor is none of ours.", "Send 'next' of the page before as it is.");
        }
    }
}
