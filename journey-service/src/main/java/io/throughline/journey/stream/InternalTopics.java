package io.throughline.journey.stream;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topic.Cleanup;
import io.throughline.contracts.topic.Topic.Owner;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.stream.message.StageMessage;
import java.time.Instant;
import java.util.List;

/**
 * The topics between the stages. They are the service's own, but not Kafka Streams' internal ones: those cannot form the
 * loops that the stages need to answer each other. Nothing may be deleted before it is read, so the broker keeps all;
 * {@link ReadMessages} has it delete what was read.
 */
public final class InternalTopics {

    /**
     * Keyed by whom a message is for; with as many partitions as {@code contact.events}: one task reads both. The number is
     * that of the {@code application-id}: what an earlier one had not read is not read into an empty state, where it would
     * place contacts by rules that hold no more.
     */
    public static final Topic<StageMessage> MESSAGES =
            topic("journey.messages-5", Cleanup.ONCE_READ, StageMessage.class);

    /** Erased contacts, keyed like {@code contact.events}, for ever: when that is read anew they stay erased. */
    static final Topic<Instant> ERASED_CONTACTS = topic("journey.erased-contacts", Cleanup.COMPACT, Instant.class);

    /** Erased identifiers, where {@link Routes} has the messages to them, for ever. */
    static final Topic<Instant> ERASED_IDENTIFIERS =
            topic("journey.erased-identifiers", Cleanup.COMPACT, Instant.class);

    /** All of them. */
    public static final List<Topic<?>> ALL = List.of(MESSAGES, ERASED_CONTACTS, ERASED_IDENTIFIERS);

    private InternalTopics() {}

    private static <V> Topic<V> topic(String name, Cleanup cleanup, Class<V> type) {
        return new Topic<>(name, Owner.JOURNEY, type, cleanup, null, Topics.CONTACT_EVENTS.partitions());
    }
}
