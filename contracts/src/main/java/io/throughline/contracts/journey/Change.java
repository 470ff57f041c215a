package io.throughline.contracts.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a revision says differently from the one before, and why. It tells the history of arrival, as the
 * revision's number does: two ways to the same journey differ in it, and rightly.
 *
 * @param what the field that changed, by its name in the record; {@code details} where only others did than those told of
 * @param from what it was; null where there was nothing
 * @param to what it is; null where there is nothing
 * @param because why
 */
public record Change(String what, @Nullable String from, @Nullable String to, Because because) {

    /** Stands in {@link #what} where a revision changed in nothing that is told of one by one. */
    public static final String DETAILS = "details";

    /** Why a journey or switch was published anew. Of several reasons at once the last of these is told. */
    public enum Because {
        /** Something later than all that was known of the journey's customer happened. */
        NEW_EVENT,
        /** Something that happened earlier became known. */
        LATE_EVENT,
        /** Who is who changed, with as many contacts as before. */
        IDENTITY_CHANGED,
        /** Who is who changed, and contacts came to the journey. */
        IDENTITY_MERGED,
        /** Who is who changed, and contacts left the journey. */
        IDENTITY_SPLIT,
        /** The tenant's rules changed. */
        NEW_RULES
    }

    /** An unmodifiable copy; none in records from before the field was there. */
    static List<Change> copyOf(@Nullable List<Change> changes) {
        return changes == null ? List.of() : List.copyOf(changes);
    }
}
