package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the contact event contract: a CloudEvents 1.0 envelope and its data. (tenant, source, id) names the
 * event, (tenant, source, subject) its contact.
 *
 * @param tenant whose event it is; set by intake from the credential that delivered it, empty before
 * @param source which platform instance, e.g. {@code /amazon-connect/acme-hk}
 * @param id unique within source
 * @param subject the platform's contact id (for {@code case.*} the case id)
 * @param time when it happened (event time, UTC)
 * @param receivedTime when intake took it (UTC); null before
 * @param traceparent W3C trace context the platform sent; null where it sent none
 * @param data what happened
 */
@JsonSerialize(using = ContactEventJson.Writer.class)
@JsonDeserialize(using = ContactEventJson.Reader.class)
public record ContactEvent(
        String tenant,
        String source,
        String id,
        String subject,
        Instant time,
        @Nullable Instant receivedTime,
        @Nullable String traceparent,
        EventData data) {

    /** The full CloudEvents type. */
    public String type() {
        return EventType.typeOf(data);
    }

    /** The same event with other data. */
    public ContactEvent withData(EventData other) {
        return new ContactEvent(tenant, source, id, subject, time, receivedTime, traceparent, other);
    }

    /** The same event, taken in for a tenant at a time. */
    public ContactEvent receivedFor(String owner, Instant at) {
        return new ContactEvent(owner, source, id, subject, time, at, traceparent, data);
    }
}
