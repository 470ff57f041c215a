package io.throughline.intake.json;

/** Bytes are not the JSON that was expected; the message says what they are not, to be read after "the body". */
public final class UnreadableJson extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableJson(String reason) {
        super(reason, null, false, false);
    }

    /** What is wrong, without any of the input. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
