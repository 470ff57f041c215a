package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topic.Cleanup;
import io.throughline.contracts.topic.Topic.Owner;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics between the stages. They are the service's own, but not Kafka Streams' internal ones: those cannot form the
 * loops that the stages need to answer each other. Nothing may be deleted before it is read, so the broker keeps all;
 * {@link ReadMessages} has it delete what was read.
 */
public final class InternalTopics {

    /** Keyed like {@code contact.events}, with as many partitions: one task reads both. */
    static final Topic<ContactMessage> CONTACT_MESSAGES = topic("journey.contact-messages", ContactMessage.class);

    static final Topic<IdentityMessage> IDENTITY_MESSAGES = topic("journey.identity-messages", IdentityMessage.class);

    static final Topic<CaseMessage> CASE_MESSAGES = topic("journey.case-messages", CaseMessage.class);

    public static final Topic<CustomerMessage> CUSTOMER_MESSAGES =
            topic("journey.customer-messages", CustomerMessage.class);

    /** Erased contacts, keyed like {@code contact.events}, for ever: when that is read anew they stay erased. */
    static final Topic<Instant> ERASED_CONTACTS = list("journey.erased-contacts");

    /** Erased identifiers, keyed like {@link #IDENTITY_MESSAGES}, for ever. */
    static final Topic<Instant> ERASED_IDENTIFIERS = list("journey.erased-identifiers");

    /** Queues between the stages. */
    public static final List<Topic<?>> QUEUES =
            List.of(CONTACT_MESSAGES, IDENTITY_MESSAGES, CASE_MESSAGES, CUSTOMER_MESSAGES);

    /** All of them. */
    public static final List<Topic<?>> ALL = Stream.concat(
                    QUEUES.stream(), Stream.of(ERASED_CONTACTS, ERASED_IDENTIFIERS))
            .toList();

    private InternalTopics() {}

    private static Topic<Instant> list(String name) {
        return new Topic<>(
                name, Owner.JOURNEY, Instant.class, Cleanup.COMPACT, null, Topics.CONTACT_EVENTS.partitions());
    }

    private static <V> Topic<V> topic(String name, Class<V> type) {
        return new Topic<>(name, Owner.JOURNEY, type, Cleanup.ONCE_READ, null, Topics.CONTACT_EVENTS.partitions());
    }
}
