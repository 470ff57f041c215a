package io.throughline.contracts.journey;

/** Whether the business or the customer made a channel switch. */
public enum Verdict {
    /** The business removed the option of finishing where the customer was. */
    FORCED,
    /** The same, and the customer then asked for or accepted the other channel. */
    FORCED_WITH_CONSENT,
    /** The channel was open and working; the customer left or asked to leave. */
    VOLUNTARY,
    /** The events do not say. */
    UNDETERMINED
}
