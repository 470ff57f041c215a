package io.throughline.journey.stream;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a stage has to say, with the headers of the record that made it say so: they carry the trace.
 *
 * @param context of the stage's processor
 * @param cause the record that is being processed
 */
public record StageOutput(ProcessorContext<String, Object> context, Record<String, ?> cause) {

    /** Tells a contact. */
    public void toContact(ContactKey contact, ContactMessage message) {
        forward(Keys.contact(contact.tenant(), contact.ref()), message, Sinks.CONTACT_MESSAGES);
    }

    /** Tells an identifier. */
    public void toIdentifier(String tenant, IdentifierToken identifier, IdentityMessage message) {
        forward(Keys.identifier(tenant, identifier.type(), identifier.token()), message, Sinks.IDENTITY_MESSAGES);
    }

    /** Tells a case. */
    public void toCase(String tenant, String caseId, CaseMessage message) {
        forward(Keys.join(tenant, caseId), message, Sinks.CASE_MESSAGES);
    }

    /** Tells a customer. */
    public void toCustomer(String tenant, String customerId, CustomerMessage message) {
        forward(Keys.customer(tenant, customerId), message, Sinks.CUSTOMER_MESSAGES);
    }

    /** Sends a value to one of the {@link Sinks}. */
    public void forward(String key, @Nullable Object value, String sink) {
        context.forward(cause.<String>withKey(key).<Object>withValue(value), sink);
    }
}
