package io.throughline.local;

import org.jspecify.annotations.Nullable;

/** Ends a command with one clear sentence and its remedy instead of a stack trace; the exit code is 1. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure whose message tells what is wrong and what to do. */
    public Failure(String message) {
        this(message, null);
    }

    /** The same with the exception that it stands for. */
    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
