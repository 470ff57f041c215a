package io.throughline.journey.stream;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.servicekit.tracing.Trail;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what a stage has to say, with the headers of the record that made it say so: they carry the trace. */
public final class StageOutput {

    /** Names of contacts: some fifty kilobytes, where a message may have eight million bytes. */
    private static final int MOST_IN_A_MESSAGE = 1_000;

    private final Outlet outlet;
    private final Record<String, ?> cause;
    private boolean used;

    /** @param cause the record that is being processed */
    StageOutput(Outlet outlet, Record<String, ?> cause) {
        this.outlet = outlet;
        this.cause = cause;
    }

    /** Tells a contact. */
    public void toContact(ContactKey contact, ContactMessage message) {
        forward(InternalTopics.MESSAGES, Keys.contact(contact.tenant(), contact.ref()), message);
    }

    /** Tells an identifier. */
    public void toIdentifier(String tenant, IdentifierToken identifier, IdentityMessage message) {
        var key = Keys.identifier(tenant, identifier.type(), identifier.token());
        forward(InternalTopics.MESSAGES, key, message);
    }

    /** Tells a case. */
    public void toCase(String tenant, String caseId, CaseMessage message) {
        forward(InternalTopics.MESSAGES, Keys.join(tenant, caseId), message);
    }

    /** Tells a customer. */
    public void toCustomer(String tenant, String customerId, CustomerMessage message) {
        forward(InternalTopics.MESSAGES, Keys.customer(tenant, customerId), message);
    }

    /**
     * Tells a customer which contacts were asked to erase themselves, some in each message: of a robot there may be more than
     * one message can hold.
     *
     * @return those that are left, for the answer itself
     */
    public List<ContactRef> tellAsked(String tenant, String customerId, List<ContactRef> asked) {
        int told = 0;
        for (; asked.size() - told > MOST_IN_A_MESSAGE; told += MOST_IN_A_MESSAGE) {
            var some = asked.subList(told, told + MOST_IN_A_MESSAGE);
            toCustomer(tenant, customerId, new CustomerMessage.Asked(List.copyOf(some)));
        }
        return List.copyOf(asked.subList(told, asked.size()));
    }

    /** Publishes a journey; a tombstone where it is null. */
    public void journey(String tenant, String journeyId, @Nullable Journey journey) {
        forward(Topics.CONTACT_JOURNEYS, Keys.journey(tenant, journeyId), journey);
    }

    /** Publishes a switch; a tombstone where it is null. */
    public void channelSwitch(String tenant, String switchId, @Nullable ChannelSwitch channelSwitch) {
        forward(Topics.CONTACT_CHANNEL_SWITCHES, Keys.channelSwitch(tenant, switchId), channelSwitch);
    }

    /** Publishes who a customer is; a tombstone where it is null. */
    public void identity(String tenant, String customerId, @Nullable CustomerIdentity identity) {
        forward(Topics.CUSTOMER_IDENTITIES, Keys.customer(tenant, customerId), identity);
    }

    /** Publishes that a customer was erased. */
    public void erasure(CustomerErasure erasure) {
        forward(Topics.CUSTOMER_ERASURES, Keys.customer(erasure.tenant(), erasure.customerId()), erasure);
    }

    /** Puts a contact on the list of erased ones. */
    public void contactErased(String contactKey, Instant at) {
        forward(InternalTopics.ERASED_CONTACTS, contactKey, at);
    }

    /** Puts an identifier on the list of erased ones. */
    public void identifierErased(String identifierKey, Instant at) {
        forward(InternalTopics.ERASED_IDENTIFIERS, identifierKey, at);
    }

    /** What is known of where the output comes from. */
    public Trail trail() {
        used = true;
        return Trail.of(cause.headers());
    }

    /** Whether anything was sent, or its trail taken over by what will be sent. */
    boolean isUsed() {
        return used;
    }

    Headers headers() {
        return cause.headers();
    }

    private void forward(Topic<?> topic, String key, @Nullable Object value) {
        used = true;
        var record = cause.<String>withKey(key).<@Nullable Object>withValue(value);
        outlet.take(topic, record);
    }
}
