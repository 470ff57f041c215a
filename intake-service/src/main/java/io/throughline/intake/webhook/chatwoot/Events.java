package io.throughline.intake.webhook.chatwoot;

import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_REDIRECTED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;
import static io.throughline.contracts.event.EventType.SURVEY_OFFERED;
import static java.util.Map.entry;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chatwoot's events: {@code {"event": "message_created", …}}, the object itself around it. */
final class Events {

    /** What each event about a conversation or a message means. A conversation is a contact. */
    private static final Map<String, Function<Conversation, List<Draft>>> CONVERSATIONS = Map.ofEntries(
            entry("conversation_created", Events::created),
            entry("conversation_status_changed", Events::statusChanged),
            entry("conversation_resolved", Events::resolved),
            entry("conversation_opened", conversation -> List.of()),
            entry("conversation_updated", Events::updated),
            entry("message_created", Events::message),
            entry("message_updated", Events::surveyAnswer));

    private static final Map<String, Function<Person, List<Draft>>> PEOPLE =
            Map.of("contact_created", Person::links, "contact_updated", Person::links);

    private static final Set<String> ADMINISTRATION = Set.of(
            "conversation_typing_on",
            "conversation_typing_off",
            "webwidget_triggered",
            "inbox_created",
            "inbox_updated");

    /** In the API a word, in the event bus its number. */
    private static final Map<String, String> MESSAGE_TYPES =
            Map.of("0", "incoming", "1", "outgoing", "2", "activity", "3", "template");

    private Events() {}

    static Translation translate(Message message, Delivery delivery) {
        String event = message.word("event");
        var people = PEOPLE.get(event);
        if (people != null) {
            return message.text("id") == null
                    ? Translation.missing("id", "send the event as Chatwoot does, with the contact's id")
                    : new Translation.Events(event, people.apply(new Person(message, delivery)));
        }
        var table = CONVERSATIONS.get(event);
        if (table == null) {
            return ADMINISTRATION.contains(event) ? Translation.nothing(event) : Translation.unknown();
        }
        boolean aboutMessage = event.startsWith("message_");
        if (aboutMessage && message.text("id") == null) {
            return Translation.missing("id", "send the event as Chatwoot does, with the message's id");
        }
        var conversation = Conversation.of(message, event, delivery);
        return conversation == null
                ? Translation.missing(
                        aboutMessage ? "conversation.id" : "id",
                        "send the event as Chatwoot does, with the conversation")
                : new Translation.Events(event, table.apply(conversation));
    }

    private static List<Draft> created(Conversation conversation) {
        var first = conversation.body().objects("messages");
        boolean outbound = !first.isEmpty() && messageType(first.getFirst()).equals("outgoing");
        return List.of(conversation
                .draft(CONTACT_STARTED)
                .with("channel", conversation.channel("chat"))
                .with("direction", outbound ? "outbound" : "inbound")
                .with("initiation", outbound ? "outbound" : "customer"));
    }

    /** {@code pending} is a bot's; from there to {@code open} the customer waits for a person. */
    private static List<Draft> statusChanged(Conversation conversation) {
        return switch (conversation.body().word("status")) {
            case "resolved" -> resolved(conversation);
            case "open" ->
                "pending".equals(conversation.previous("status"))
                        ? List.of(conversation.draft(CONTACT_QUEUED))
                        : List.of();
            default -> List.of();
        };
    }

    private static List<Draft> resolved(Conversation conversation) {
        Message attributes = conversation.body().object("custom_attributes");
        var drafts = new ArrayList<>(CustomAttributes.drafts(attributes, conversation::draft, "agent"));
        for (Object label : conversation.body().list("labels")) {
            String redirectedTo =
                    CustomAttributes.redirectedTo(String.valueOf(label).replace('-', '_'));
            if (redirectedTo != null && CustomAttributes.redirectedTo(attributes.text("disposition")) == null) {
                drafts.add(conversation
                        .draft(CONTACT_REDIRECTED)
                        .with("toChannel", redirectedTo)
                        .with("by", "agent"));
                break;
            }
        }
        drafts.add(
                conversation.draft(CONTACT_ENDED).with("outcome", "resolved").with(CustomAttributes.end(attributes)));
        return drafts;
    }

    /** The first team is the queue; another one, or another agent, has it handed on. */
    private static List<Draft> updated(Conversation conversation) {
        String team = conversation.current("team_id");
        String agent = conversation.current("assignee_id");
        var drafts = new ArrayList<Draft>();
        if (team != null) {
            drafts.add(
                    conversation.previous("team_id") == null
                            ? conversation.draft(CONTACT_QUEUED).with("queue", team)
                            : conversation
                                    .draft(CONTACT_TRANSFERRED)
                                    .with("kind", "queue")
                                    .with("toQueue", team));
        } else if (agent != null && conversation.previous("assignee_id") != null) {
            drafts.add(conversation.draft(CONTACT_TRANSFERRED).with("kind", "blind"));
        }
        drafts.addAll(conversation.breaches());
        return drafts;
    }

    /** Private ones are notes among agents, activities what Chatwoot writes about itself. */
    private static List<Draft> message(Conversation conversation) {
        Message message = conversation.message();
        if (message.isTrue("private")) {
            return List.of();
        }
        String from = from(message);
        if (from == null) {
            return List.of();
        }
        return List.of(
                message.word("content_type").equals("input_csat")
                        ? conversation.draft(SURVEY_OFFERED).with("survey", "csat")
                        : conversation.draft(CONTACT_MESSAGE).with("from", from));
    }

    private static @Nullable String from(Message message) {
        return switch (messageType(message)) {
            case "incoming" -> "customer";
            case "outgoing" -> {
                String sender =
                        message.word("sender_type") + message.object("sender").word("type");
                yield sender.contains("bot") || sender.contains("captain") ? "bot" : "agent";
            }
            case "template" -> "bot";
            default -> null;
        };
    }

    /** An answer is written into the message that asked. */
    private static List<Draft> surveyAnswer(Conversation conversation) {
        Message answer = conversation
                .message()
                .object("content_attributes")
                .object("submitted_values")
                .object("csat_survey_response");
        Double rating = answer.number("rating");
        return rating == null || rating < 1 || rating > 5
                ? List.of()
                : List.of(conversation
                        .draft(SURVEY_ANSWERED)
                        .with("survey", "csat")
                        .with("score", rating)
                        .with("scaleMin", 1)
                        .with("scaleMax", 5)
                        .with("respondent", "customer")
                        .with("comment", answer.text("feedback_message")));
    }

    private static String messageType(Message message) {
        String word = message.word("message_type");
        return MESSAGE_TYPES.getOrDefault(word, word);
    }
}
