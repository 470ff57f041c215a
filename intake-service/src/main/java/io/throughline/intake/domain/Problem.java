package io.throughline.intake.domain;

/**
 * One thing that is wrong with an input. It never repeats the value at fault: that may be personal.
 *
 * @param field path of the field, e.g. {@code data.identifiers[0].type}; {@value #BODY} for the input as a whole
 * @param kind for counting
 * @param reason what is wrong, to be read after the field's name: "is missing"
 * @param remedy what to send instead
 */
public record Problem(String field, Kind kind, String reason, String remedy) {

    /** The field of a problem with the input as a whole. */
    public static final String BODY = "body";

    /** Kinds of problems. */
    public enum Kind {
        /** It cannot be read at all. */
        MALFORMED,
        MISSING,
        WRONG_TYPE,
        /** None of the words that the contract allows. */
        NOT_ALLOWED,
        OUT_OF_RANGE,
        TOO_LONG,
        TOO_OLD,
        IN_FUTURE
    }

    /** The whole input cannot be read. */
    public static Problem malformed(String reason, String remedy) {
        return new Problem(BODY, Kind.MALFORMED, reason, remedy);
    }
}
