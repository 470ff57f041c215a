package io.throughline.contracts.journey;

/** Why a switch was forced, with the code under which evidence names it. */
public enum Cause {
    REDIRECTED_BY_AGENT("F1"),
    REDIRECTED_BY_BOT_OR_SITE("F2"),
    TRANSFERRED_TO_OTHER_CHANNEL("F3"),
    CHANNEL_CLOSED("F4"),
    CHANNEL_NOT_OFFERED("F5"),
    BOT_DEAD_END("F6"),
    SELF_SERVICE_DEAD_END("F7"),
    AUTHENTICATION_FAILED("F8"),
    LONG_WAIT("F9"),
    NO_REPLY_IN_TIME("F10"),
    DROPPED_BY_FAULT("F11"),
    IDLE_TIMEOUT("F12"),
    POLICY_REQUIRES("F13"),
    OVERFLOW("F14"),
    MISSING_CAPABILITY("F15"),
    /** Nothing in the events, but the customer said so (V8). */
    STATED_BY_CUSTOMER("V8");

    private final String code;

    Cause(String code) {
        this.code = code;
    }

    /** The code of the evidence that proves it, F1..F15 or V8. */
    public String code() {
        return code;
    }
}
