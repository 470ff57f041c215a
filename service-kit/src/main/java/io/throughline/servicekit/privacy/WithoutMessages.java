package io.throughline.servicekit.privacy;

import org.jspecify.annotations.Nullable;

/**
 * An exception as it may be logged: classes, causes and stack traces, and no messages. Parsers and databases quote in
 * their messages the value that they stumble over, which can be anybody's phone number.
 */
public final class WithoutMessages extends Throwable {

    private static final long serialVersionUID = 1L;
    /** Deeper chains are cut; it also ends a chain that loops. */
    private static final int MAX_CAUSES = 10;

    private WithoutMessages(String className, StackTraceElement[] stackTrace, @Nullable Throwable cause) {
        super(className, cause, false, true);
        setStackTrace(stackTrace);
    }

    /** The copy to log of an exception. */
    public static Throwable of(Throwable error) {
        return copy(error, MAX_CAUSES);
    }

    private static WithoutMessages copy(Throwable error, int causesLeft) {
        var cause = error.getCause();
        return new WithoutMessages(
                error.getClass().getName(),
                error.getStackTrace(),
                cause == null || causesLeft == 0 ? null : copy(cause, causesLeft - 1));
    }

    /** The class of the original stands in the place of this class and a message. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
