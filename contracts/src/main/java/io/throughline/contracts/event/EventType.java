package io.throughline.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The event types of the contract: the name after {@link #PREFIX}, and the record that holds its data. */
public enum EventType {
    CONTACT_STARTED("contact.started", ContactData.Started.class),
    CONTACT_QUEUED("contact.queued", ContactData.Queued.class),
    CONTACT_ANSWERED("contact.answered", ContactData.Answered.class),
    CONTACT_MESSAGE("contact.message", ContactData.Message.class),
    CONTACT_IDENTIFIED("contact.identified", ContactData.Identified.class),
    CONTACT_AUTHENTICATION_FAILED("contact.authentication_failed", ContactData.AuthenticationFailed.class),
    CONTACT_INTENT_DETECTED("contact.intent_detected", ContactData.IntentDetected.class),
    CONTACT_SELF_SERVICE_FAILED("contact.self_service_failed", ContactData.SelfServiceFailed.class),
    CONTACT_REDIRECTED("contact.redirected", ContactData.Redirected.class),
    CONTACT_SWITCH_OFFERED("contact.switch_offered", ContactData.SwitchOffered.class),
    CONTACT_SWITCH_REQUESTED("contact.switch_requested", ContactData.SwitchRequested.class),
    CONTACT_UNAVAILABLE("contact.unavailable", ContactData.Unavailable.class),
    CONTACT_POLICY_REQUIRES("contact.policy_requires", ContactData.PolicyRequires.class),
    CONTACT_CALLBACK_OFFERED("contact.callback_offered", ContactData.CallbackOffered.class),
    CONTACT_CALLBACK_REQUESTED("contact.callback_requested", ContactData.CallbackRequested.class),
    CONTACT_TRANSFERRED("contact.transferred", ContactData.Transferred.class),
    CONTACT_SLA_BREACHED("contact.sla_breached", ContactData.SlaBreached.class),
    CONTACT_ABANDONED("contact.abandoned", ContactData.Abandoned.class),
    CONTACT_DROPPED("contact.dropped", ContactData.Dropped.class),
    CONTACT_ENDED("contact.ended", ContactData.Ended.class),
    CASE_OPENED("case.opened", CaseData.Opened.class),
    CASE_RESOLVED("case.resolved", CaseData.Resolved.class),
    CASE_REOPENED("case.reopened", CaseData.Reopened.class),
    CASE_CLOSED("case.closed", CaseData.Closed.class),
    IDENTITY_LINKED("identity.linked", IdentityData.Linked.class),
    IDENTITY_UNLINKED("identity.unlinked", IdentityData.Unlinked.class),
    SURVEY_OFFERED("survey.offered", SurveyData.Offered.class),
    SURVEY_ANSWERED("survey.answered", SurveyData.Answered.class);

    /** Before every type name of this contract. */
    public static final String PREFIX = "io.throughline.";

    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::dataClass, Function.identity()));

    private final String type;
    private final Class<? extends EventData> dataClass;

    EventType(String name, Class<? extends EventData> dataClass) {
        this.type = PREFIX + name;
        this.dataClass = dataClass;
    }

    /** The full CloudEvents type, e.g. {@code io.throughline.contact.started}. */
    public String type() {
        return type;
    }

    /** The record of its data. */
    public Class<? extends EventData> dataClass() {
        return dataClass;
    }

    /** The event type of a full type name; null where this version does not know it. */
    public static @Nullable EventType of(String type) {
        return BY_TYPE.get(type);
    }

    /** The full type name of some data. */
    public static String typeOf(EventData data) {
        if (data instanceof UnknownData unknown) {
            return unknown.type() == null ? PREFIX + "unknown" : unknown.type();
        }
        EventType known = BY_CLASS.get(data.getClass());
        if (known == null) {
            throw new IllegalStateException(data.getClass() + " has no event type: add it to EventType");
        }
        return known.type;
    }
}
