package io.throughline.local.backfill.mapping;

import java.util.List;

/** A mistake in a mapping file and where it stands. */
public final class MappingProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingProblem(Place place, String message) {
        super("line " + place.line() + ", column " + place.column() + ": " + message);
    }

    /** Where something stands in a mapping file; both from 1. */
    public record Place(int line, int column) {}

    static String list(Iterable<String> words) {
        return String.join(", ", words);
    }

    /** What was written, and what might be written there. */
    static String notOneOf(String what, String written, List<String> allowed) {
        return "'" + written + "' is no " + what + "; there are: " + list(allowed);
    }
}
