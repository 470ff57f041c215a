package io.throughline.journey.stream.customer;

/** What, besides events, made a customer be judged again; of two the later one is told. */
enum Occasion {
    /** A contact came from another customer's record, or went there. */
    MOVED,
    /** The tenant's rules changed. */
    NEW_RULES
}
