package io.throughline.contracts.catalogue;

/**
 * A channel and what the rules need to know about it.
 *
 * @param code as in events, e.g. {@code phone}
 * @param group what it is
 * @param selfService whether the customer serves themselves
 * @param timing whether the customer waits for each answer
 */
public record Channel(String code, Group group, boolean selfService, Timing timing) {

    /** What a channel is. */
    public enum Group {
        VOICE,
        CHAT,
        EMAIL,
        DIGITAL,
        MESSAGING,
        PHYSICAL,
        PAPER,
        PUBLIC,
        OTHER
    }

    /** Whether both sides are there at once. */
    public enum Timing {
        /** The customer waits for each answer. Self-service counts as live. */
        LIVE,
        /** Question and answer are apart in time. */
        ASYNCHRONOUS
    }
}
