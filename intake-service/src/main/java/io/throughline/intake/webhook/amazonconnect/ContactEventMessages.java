package io.throughline.intake.webhook.amazonconnect;

import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_IDENTIFIED;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Contact events as EventBridge delivers them. EventBridge may lose some, and keeps no order; so each message is taken for
 * all it says: an answer also tells when the contact began and when it was queued.
 */
final class ContactEventMessages {

    private static final String DETAIL_TYPE = "Amazon Connect Contact Event";

    /** What is documented and says nothing about how the customer fared. */
    private static final Set<String> ADMINISTRATION = Set.of("AMD_DISABLED", "COMPLETED", "PAUSED", "RESUMED");

    private ContactEventMessages() {}

    static Translation translate(Message message) {
        if (!DETAIL_TYPE.equalsIgnoreCase(message.text("detail-type"))) {
            return Translation.unknown();
        }
        String id = message.text("id");
        if (id == null) {
            return Translation.missing("id", "send EventBridge's whole event, with its id");
        }
        Instant time = message.time("time");
        if (time == null) {
            return Translation.missing("time", "send EventBridge's whole event, with its time");
        }
        Message detail = message.object("detail");
        String contactId = detail.text("contactId");
        if (contactId == null) {
            return Translation.missing("detail.contactId", "send EventBridge's whole event, with its detail");
        }
        String type = Words.upper(detail.text("eventType"));
        if (ADMINISTRATION.contains(type)) {
            return Translation.nothing(type);
        }
        String channel = Words.channel(detail);
        if (channel == null || channel.isEmpty()) {
            return Translation.nothing(type);
        }
        var contact = Contact.of(contactId, id, channel, detail, facts(detail));
        return switch (type) {
            case "INITIATED", "CONNECTED_TO_SYSTEM" -> new Translation.Events(type, begun(contact, time));
            case "QUEUED" -> new Translation.Events(type, queued(contact, time));
            case "CONNECTED_TO_AGENT" -> new Translation.Events(type, answered(contact, time));
            case "DISCONNECTED" -> new Translation.Events(type, disconnected(contact, time));
            case "CONTACT_DATA_UPDATED" -> new Translation.Events(type, updated(contact, time));
            default -> Translation.unknown();
        };
    }

    private static List<Draft> begun(Contact contact, Instant time) {
        Instant initiated = initiated(contact);
        return contact.begun(initiated == null ? time : initiated);
    }

    private static List<Draft> queued(Contact contact, Instant time) {
        var drafts = begunIfSaid(contact);
        Instant enqueued = enqueued(contact);
        drafts.add(contact.draft(CONTACT_QUEUED, enqueued == null ? time : enqueued));
        return drafts;
    }

    private static List<Draft> answered(Contact contact, Instant time) {
        var drafts = begunAndQueuedIfSaid(contact);
        Instant connected = connectedToAgent(contact);
        drafts.add(contact.draft(CONTACT_ANSWERED, connected == null ? time : connected)
                .with("by", "human"));
        return drafts;
    }

    private static List<Draft> disconnected(Contact contact, Instant time) {
        var drafts = begunAndQueuedIfSaid(contact);
        Message detail = contact.message();
        Instant said = Words.time(detail, "disconnectTimestamp");
        Instant ended = said == null ? time : said;
        boolean answered = !detail.object("agentInfo").isEmpty();
        Instant connected = connectedToAgent(contact);
        if (connected != null) {
            drafts.add(contact.draft(CONTACT_ANSWERED, connected).with("by", "human"));
        }
        var ending = Words.ending(detail.text("disconnectReason"));
        // A disconnect without an agent is an abandon, unless Connect says that the business or a fault ended it.
        boolean unserved = !answered && contact.isCustomers();
        drafts.addAll(contact.outcome(ending, unserved, enqueued(contact), ended));
        drafts.add(contact.draft(CONTACT_ENDED, ended)
                .with("endedBy", unserved && ending.mayBeTheCustomers() ? "customer" : ending.endedBy())
                .with(
                        "durations",
                        durations(Contact.seconds(enqueued(contact), connected), Contact.seconds(connected, ended))));
        return drafts;
    }

    /** Attributes and tags changed; of these only who the customer is concerns the contract. */
    private static List<Draft> updated(Contact contact, Instant time) {
        return contact.message().has("customerId") ? List.of(contact.draft(CONTACT_IDENTIFIED, time)) : List.of();
    }

    private static List<Draft> begunIfSaid(Contact contact) {
        Instant initiated = initiated(contact);
        return initiated == null ? new ArrayList<>() : new ArrayList<>(contact.begun(initiated));
    }

    private static List<Draft> begunAndQueuedIfSaid(Contact contact) {
        var drafts = begunIfSaid(contact);
        Instant enqueued = enqueued(contact);
        if (enqueued != null) {
            drafts.add(contact.draft(CONTACT_QUEUED, enqueued));
        }
        return drafts;
    }

    private static Map<String, @Nullable Object> facts(Message detail) {
        Message endpoint = detail.object("customerEndpoint");
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("identifiers", Identifiers.of(detail, endpoint));
        facts.put("queue", Words.idOfArn(detail.object("queueInfo").text("queueArn")));
        facts.put("agentId", Words.idOfArn(detail.object("agentInfo").text("agentArn")));
        return facts;
    }

    private static @Nullable Map<String, Double> durations(@Nullable Double queue, @Nullable Double talk) {
        var durations = new LinkedHashMap<String, Double>();
        if (queue != null) {
            durations.put("queue", queue);
        }
        if (talk != null) {
            durations.put("talk", talk);
        }
        return durations.isEmpty() ? null : durations;
    }

    private static @Nullable Instant initiated(Contact contact) {
        return Words.time(contact.message(), "initiationTimestamp");
    }

    private static @Nullable Instant enqueued(Contact contact) {
        return Words.time(contact.message().object("queueInfo"), "enqueueTimestamp");
    }

    private static @Nullable Instant connectedToAgent(Contact contact) {
        return Words.time(contact.message().object("agentInfo"), "connectedToAgentTimestamp");
    }
}
