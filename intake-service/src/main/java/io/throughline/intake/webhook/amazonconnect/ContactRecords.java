package io.throughline.intake.webhook.amazonconnect;

import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Contact records (contact trace records): a contact from its beginning to its end in one message.
 *
 * <p>Connect publishes a record again when it changed, even days later. The ids of its events end in the record's time of
 * update, so that a changed record is not taken for a duplicate; and as they sort by that time, of two events of one kind
 * and time the later update comes last.
 */
final class ContactRecords {

    private static final String TYPE = "contact_record";

    private ContactRecords() {}

    static Translation translate(Message contactRecord) {
        String contactId = contactRecord.text("ContactId");
        Instant initiated = Words.time(contactRecord, "InitiationTimestamp");
        if (contactId == null || initiated == null) {
            return Translation.missing(
                    contactId == null ? "ContactId" : "InitiationTimestamp", "send the contact record whole");
        }
        String channel = Words.channel(contactRecord);
        if (channel == null || channel.isEmpty()) {
            return Translation.nothing(TYPE);
        }
        var contact = Contact.of(
                contactId, eventPrefix(contactId, contactRecord), channel, contactRecord, facts(contactRecord));
        var drafts = new ArrayList<>(contact.begun(initiated));
        addCourse(contact, drafts);
        addEnd(contact, drafts);
        return new Translation.Events(TYPE, drafts);
    }

    private static void addCourse(Contact contact, List<Draft> drafts) {
        Instant enqueued = enqueued(contact);
        if (enqueued != null) {
            drafts.add(contact.draft(CONTACT_QUEUED, enqueued));
        }
        Instant connected = connectedToAgent(contact);
        if (connected != null) {
            drafts.add(contact.draft(CONTACT_ANSWERED, connected).with("by", "human"));
        }
        // Transfers within Connect are told by the record of the contact they lead to.
        Instant transferred = Words.time(contact.message(), "TransferCompletedTimestamp");
        if (transferred != null
                && contact.message().has("TransferredToEndpoint")
                && !contact.message().has("NextContactId")) {
            drafts.add(contact.draft(CONTACT_TRANSFERRED, transferred)
                    .with("by", "agent")
                    .with("kind", "external"));
        }
    }

    private static void addEnd(Contact contact, List<Draft> drafts) {
        Message contactRecord = contact.message();
        Instant ended = Words.time(contactRecord, "DisconnectTimestamp");
        if (ended == null) {
            return;
        }
        Instant enqueued = enqueued(contact);
        var ending = Words.ending(contactRecord.text("DisconnectReason"));
        // A record is complete: who never was in a queue wanted nobody, and a next contact means it went on.
        boolean unserved = connectedToAgent(contact) == null
                && enqueued != null
                && contact.isCustomers()
                && !contactRecord.has("NextContactId");
        drafts.addAll(contact.outcome(ending, unserved, enqueued, ended));
        drafts.addAll(Attributes.drafts(contact, ended));
        drafts.add(contact.draft(CONTACT_ENDED, ended)
                .with("endedBy", ending.endedBy())
                .with("durations", durations(contactRecord))
                .with(Attributes.end(contactRecord)));
    }

    private static Map<String, @Nullable Object> facts(Message contactRecord) {
        Message queue = contactRecord.object("Queue");
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("identifiers", Identifiers.of(contactRecord, contactRecord.object("CustomerEndpoint")));
        facts.put("queue", queue.has("Name") ? queue.text("Name") : Words.idOfArn(queue.text("ARN")));
        facts.put("agentId", Words.idOfArn(contactRecord.object("Agent").text("ARN")));
        facts.putAll(Attributes.facts(contactRecord));
        return facts;
    }

    private static Map<String, Double> durations(Message contactRecord) {
        Message agent = contactRecord.object("Agent");
        var durations = new LinkedHashMap<String, Double>();
        putSeconds(durations, "queue", contactRecord.object("Queue").number("Duration"));
        putSeconds(durations, "talk", agent.number("AgentInteractionDuration"));
        putSeconds(durations, "hold", agent.number("CustomerHoldDuration"));
        putSeconds(durations, "wrap", agent.number("AfterContactWorkDuration"));
        return durations;
    }

    private static void putSeconds(Map<String, Double> durations, String part, @Nullable Double seconds) {
        if (seconds != null && seconds >= 0) {
            durations.put(part, seconds);
        }
    }

    private static String eventPrefix(String contactId, Message contactRecord) {
        Instant updated = Objects.requireNonNullElse(Words.time(contactRecord, "LastUpdateTimestamp"), Instant.EPOCH);
        return "record:%s:%013d".formatted(contactId, updated.toEpochMilli());
    }

    private static @Nullable Instant enqueued(Contact contact) {
        return Words.time(contact.message().object("Queue"), "EnqueueTimestamp");
    }

    private static @Nullable Instant connectedToAgent(Contact contact) {
        return Words.time(contact.message().object("Agent"), "ConnectedToAgentTimestamp");
    }
}
