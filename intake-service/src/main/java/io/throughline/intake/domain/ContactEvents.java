package io.throughline.intake.domain;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.event.UnknownData;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Reading.Accepted;
import io.throughline.intake.domain.Reading.Refused;
import io.throughline.intake.domain.Texts.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of the contact event contract: a structured CloudEvent. Attributes and fields that the contract does
 * not have are passed over, among them {@code tenant} and {@code receivedtime}, which only intake sets.
 */
public final class ContactEvents {

    /** W3C Trace Context, version 00. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json\\s*(;.*)?");

    private ContactEvents() {}

    /** The event, or everything that is wrong with the document. */
    public static Reading read(@Nullable Object document, TimeLimits limits) {
        if (!(document instanceof Map<?, ?> attributes)) {
            return Refused.unreadable(new Problem(
                    Problem.BODY, Kind.WRONG_TYPE, "is not a JSON object", "send an event as one JSON object"));
        }
        var problems = new ArrayList<Problem>();
        var envelope = Fields.of(attributes, problems);
        checkForm(envelope);
        String id = envelope.required("id", Limit.NAME, "send an id that is unique within the source");
        String source = envelope.required(
                "source", Limit.NAME, "send which platform instance it is, e.g. /amazon-connect/acme-hk");
        String type = envelope.required("type", Limit.CODE, "send a type, e.g. " + EventType.CONTACT_STARTED.type());
        Instant time = time(envelope, limits, problems);
        String subject = subject(envelope, type, id);
        EventData data = data(attributes, envelope, type);
        if (!problems.isEmpty() || time == null || data == null) {
            return new Refused(nullIfEmpty(source), nullIfEmpty(id), problems);
        }
        return new Accepted(new ContactEvent("", source, id, subject, time, null, traceparent(attributes), data));
    }

    private static void checkForm(Fields envelope) {
        String version = envelope.required("specversion", Limit.CODE, "send \"1.0\"");
        if (!version.isEmpty() && !version.equals("1.0")) {
            envelope.problem("specversion", Kind.NOT_ALLOWED, "is not 1.0", "send \"1.0\"");
        }
        String contentType = envelope.text("datacontenttype");
        if (contentType != null
                && !contentType.equals("application/json")
                && !JSON_TYPE.matcher(contentType).matches()) {
            envelope.problem(
                    "datacontenttype", Kind.NOT_ALLOWED, "is not application/json", "send data as a JSON object");
        }
        if (envelope.has("data_base64")) {
            envelope.problem("data_base64", Kind.NOT_ALLOWED, "is not accepted", "send data as a JSON object");
        }
    }

    private static @Nullable Instant time(Fields envelope, TimeLimits limits, List<Problem> problems) {
        Instant time = envelope.time("time");
        if (time != null) {
            Problem problem = limits.check("time", time);
            if (problem != null) {
                problems.add(problem);
            }
        } else if (!envelope.has("time")) {
            envelope.problem("time", Kind.MISSING, "is missing", "send when it happened, in RFC 3339 with offset");
        }
        return time;
    }

    /** The contact; {@code identity.*} is about identifiers, so any subject does, and the event's id where there is none. */
    private static String subject(Fields envelope, String type, String id) {
        if (type.startsWith(EventType.PREFIX + "identity.")) {
            String subject = envelope.name("subject");
            return subject == null ? id : subject;
        }
        return envelope.required("subject", Limit.NAME, "send the platform's contact id (for case.* the case id)");
    }

    private static @Nullable EventData data(Map<?, ?> attributes, Fields envelope, String type) {
        EventType known = EventType.of(type);
        if (known == null) {
            return unknown(type, attributes);
        }
        Fields data = envelope.object("data");
        if (data == null) {
            if (!envelope.has("data")) {
                envelope.problem(
                        "data", Kind.MISSING, "is missing", "send an object, {} where there is nothing to say");
            }
            return null;
        }
        return DataFields.read(known, data);
    }

    /** Nobody here knows what a type that is not known may hold, so nothing in its data is an error. */
    private static EventData unknown(String type, Map<?, ?> attributes) {
        Fields data = Fields.of(attributes, new ArrayList<>()).object("data");
        return new UnknownData(type, data == null ? ContactContext.EMPTY : ContextFields.read(data));
    }

    /** A trace context that cannot be read is passed over, as W3C wants it. */
    private static @Nullable String traceparent(Map<?, ?> attributes) {
        return attributes.get("traceparent") instanceof String text
                        && TRACEPARENT.matcher(text).matches()
                ? text
                : null;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return Objects.equals(text, "") ? null : text;
    }
}
