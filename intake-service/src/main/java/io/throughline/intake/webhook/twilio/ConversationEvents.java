package io.throughline.intake.webhook.twilio;

import static io.throughline.contracts.event.EventType.CONTACT_DROPPED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_IDENTIFIED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Translation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conversations: chats and messengers. The callbacks before something happens ({@code onMessageAdd}) say nothing yet. */
final class ConversationEvents {

    /** What each event means, its name in lower case. */
    private static final Map<String, Function<Conversation, List<Draft>>> TABLE = Map.ofEntries(
            entry("onconversationadded", ConversationEvents::added),
            entry("onmessageadded", ConversationEvents::message),
            entry("onconversationstateupdated", ConversationEvents::state),
            entry("onconversationremoved", conversation -> List.of(conversation.draft(CONTACT_ENDED))),
            entry("onparticipantadded", ConversationEvents::participant),
            entry(
                    "ondeliveryupdated",
                    conversation -> MessagingEvents.undelivered(conversation.fields(), conversation::draft)));

    private static final Set<String> ADMINISTRATION = Set.of(
            "onconversationadd",
            "onconversationupdate",
            "onconversationupdated",
            "onconversationremove",
            "onconversationstateupdate",
            "onmessageadd",
            "onmessageupdate",
            "onmessageupdated",
            "onmessageremove",
            "onmessageremoved",
            "onparticipantadd",
            "onparticipantupdate",
            "onparticipantupdated",
            "onparticipantremove",
            "onparticipantremoved",
            "onuseradded",
            "onuserupdate",
            "onuserupdated");

    private static final Set<String> BOTS = Set.of("system", "studio", "assistant", "autopilot");

    /** Where somebody with an identity writes from; who writes from elsewhere writes from an address. */
    private static final Set<String> OF_IDENTITIES = Set.of("sdk", "api");

    /** A conversation as one event shows it. */
    private record Conversation(String id, String event, Fields fields) {

        Draft draft(EventType type) {
            String message = fields.text("MessageSid", "ParticipantSid", "StateTo");
            Address customer = customer();
            return Draft.of(
                            type,
                            id + ":" + event + ":" + (message == null ? "" : message) + ":" + type.name(),
                            id,
                            fields.time("DateCreated", "DateUpdated", "StateUpdated"))
                    .with("channel", customer == null ? null : customer.channel())
                    .with("identifiers", CallEvents.identifiers(customer));
        }

        /** Who writes from an address is a customer; agents and bots have identities. */
        @Nullable
        Address customer() {
            Address flat = fields.address("MessagingBinding.AuthorAddress", "MessagingBinding.Address");
            Address bound =
                    flat == null ? Address.of(fields.nested("MessagingBinding", "AuthorAddress", "Address")) : flat;
            return bound == null ? author() : bound;
        }

        /** An identity can be a mail address: only the source tells it from the address of a mail's sender. */
        private @Nullable Address author() {
            Address author = fields.address("Author");
            boolean mail = author != null && author.channel().equals("email");
            return mail && !fields.word("Source").equals("email") ? null : author;
        }
    }

    private ConversationEvents() {}

    static Translation translate(String event, Fields fields) {
        var table = TABLE.get(event);
        if (table == null) {
            return ADMINISTRATION.contains(event)
                    ? Translation.nothing("conversations.administration")
                    : Translation.unknown();
        }
        String id = fields.text("ConversationSid", "ChannelSid");
        return id == null
                ? Translation.missing("ConversationSid", "send the callback as Twilio does, with its ConversationSid")
                : new Translation.Events(event, table.apply(new Conversation(id, event, fields)));
    }

    private static List<Draft> added(Conversation conversation) {
        Address customer = conversation.customer();
        return List.of(conversation
                .draft(CONTACT_STARTED)
                .with("channel", customer == null ? "chat" : customer.channel())
                .with("direction", "inbound")
                .with("initiation", "customer"));
    }

    private static List<Draft> message(Conversation conversation) {
        return List.of(conversation.draft(CONTACT_MESSAGE).with("from", author(conversation)));
    }

    /** Null for a writer with an identity in the SDK: agents and customers of a web chat have one alike. */
    private static @Nullable String author(Conversation conversation) {
        if (conversation.customer() != null) {
            return "customer";
        }
        String author = conversation.fields().word("Author");
        String source = conversation.fields().word("Source");
        // Flex writes an agent's address so in their identity.
        if (author.contains("_40") || author.contains("@") && OF_IDENTITIES.contains(source)) {
            return "agent";
        }
        if (BOTS.contains(author) || author.endsWith("bot")) {
            return "bot";
        }
        return switch (source) {
            case "sms", "whatsapp", "messenger", "mms", "chat", "email" -> "customer";
            case "api" -> "bot";
            default -> null;
        };
    }

    private static List<Draft> state(Conversation conversation) {
        if (!conversation.fields().word("StateTo").equals("closed")) {
            return List.of();
        }
        Draft ended = conversation.draft(CONTACT_ENDED);
        return conversation.fields().word("Reason").equals("timer")
                ? List.of(
                        conversation.draft(CONTACT_DROPPED).with("reason", "idle_timeout"),
                        ended.with("endedBy", "system"))
                : List.of(ended);
    }

    private static List<Draft> participant(Conversation conversation) {
        return conversation.customer() == null ? List.of() : List.of(conversation.draft(CONTACT_IDENTIFIED));
    }
}
