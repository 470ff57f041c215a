package io.throughline.journey.stream;

/** The names of the topology's ends. */
public final class Sinks {

    public static final String CONTACT_MESSAGES = "contact-messages-out";
    public static final String IDENTITY_MESSAGES = "identity-messages-out";
    public static final String CASE_MESSAGES = "case-messages-out";
    public static final String CUSTOMER_MESSAGES = "customer-messages-out";
    public static final String JOURNEYS = "journeys-out";
    public static final String SWITCHES = "channel-switches-out";
    public static final String IDENTITIES = "customer-identities-out";

    private Sinks() {}
}
