package io.throughline.intake.webhook.twilio;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as one event shows it. It is the contact that it was made for: a call's or a conversation's, by their own id, so
 * that their callbacks and TaskRouter's events come together; else a contact of its own.
 */
record Task(String contactId, String channel, Fields fields) {

    /** TaskRouter's channels; the attributes say more where there are any. */
    private static final Map<String, String> CHANNELS = Map.of(
            "voice", "phone",
            "voicemail", "phone",
            "default", "phone",
            "chat", "chat",
            "web", "chat",
            "webchat", "chat",
            "facebook", "messenger");

    /** Null without the task's id. */
    static @Nullable Task of(Fields fields) {
        String taskSid = fields.text("TaskSid");
        if (taskSid == null) {
            return null;
        }
        Message attributes = fields.attributes();
        String contact =
                attributes.firstText("call_sid", "callSid", "conversationSid", "conversation_sid", "channelSid");
        return new Task(contact == null ? taskSid : contact, channelOf(fields), fields);
    }

    Message attributes() {
        return fields.attributes();
    }

    boolean isOutbound() {
        return String.valueOf(attributes().text("direction"))
                .toLowerCase(Locale.ROOT)
                .startsWith("outbound");
    }

    Draft draft(EventType type) {
        return draft(type, fields.eventId() + ":" + type.name().toLowerCase(Locale.ROOT));
    }

    /** Of what the attributes say, which each event repeats. */
    Draft said(EventType type) {
        return draft(type, fields.text("TaskSid") + ":" + type.name().toLowerCase(Locale.ROOT));
    }

    /** A transfer is one event, however often its progress is told. */
    Draft transfer(EventType type) {
        String sid = fields.text("TaskTransferSid", "TransferSid", "TransferInitiatingReservationSid");
        return draft(
                type, (sid == null ? fields.eventId() : sid) + ":" + type.name().toLowerCase(Locale.ROOT));
    }

    private Draft draft(EventType type, String id) {
        Message attributes = attributes();
        return Draft.of(type, id, contactId, fields.time())
                .with("channel", channel)
                .with("identifiers", identifiers())
                .with("queue", fields.text("TaskQueueName"))
                .with("agentId", fields.text("WorkerSid"))
                .with("market", Draft.market(attributes.firstText("from_country", "caller_country")))
                .with(CustomAttributes.facts(attributes));
    }

    private List<Map<String, String>> identifiers() {
        Message attributes = attributes();
        var identifiers = new ArrayList<>(CallEvents.identifiers(Address.of(
                isOutbound()
                        ? attributes.firstText("to", "called", "outbound_to", "customerAddress")
                        : attributes.firstText("customerAddress", "from", "caller"))));
        identifiers.addAll(CustomAttributes.identifiers(attributes));
        identifiers.addAll(CustomAttributes.identifiers(attributes.object("customers")));
        return identifiers.stream().distinct().toList();
    }

    private static String channelOf(Fields fields) {
        Message attributes = fields.attributes();
        if (attributes.word("taskType").equals("callback")) {
            return "callback";
        }
        String said = attributes.firstText("channelType", "channel_type");
        String unique = said == null ? fields.text("TaskChannelUniqueName") : said;
        String word = unique == null ? "default" : unique.toLowerCase(Locale.ROOT);
        return CHANNELS.getOrDefault(word, word);
    }
}
