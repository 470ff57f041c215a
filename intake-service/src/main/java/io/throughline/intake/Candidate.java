package io.throughline.intake;

import io.throughline.intake.domain.Problem;
import org.jspecify.annotations.Nullable;

/** Something that was sent as an event. */
public sealed interface Candidate {

    /** Its place in the request, from 0. */
    int index();

    /**
     * A JSON document, an event of the contract perhaps.
     *
     * @param tree the JDK's own types, as {@link io.throughline.intake.json.JsonReader} makes them
     */
    record Document(int index, @Nullable Object tree) implements Candidate {}

    /**
     * A JSON document of a platform that its adapter cannot use.
     *
     * @param tree as of {@link Document}
     */
    record Unusable(int index, Problem problem, @Nullable Object tree) implements Candidate {}

    /**
     * No document at all.
     *
     * @param text what was sent instead
     */
    record Unreadable(int index, Problem problem, String text) implements Candidate {}
}
