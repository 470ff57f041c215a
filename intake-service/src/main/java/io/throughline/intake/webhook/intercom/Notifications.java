package io.throughline.intake.webhook.intercom;

import static io.throughline.contracts.event.EventType.CASE_CLOSED;
import static io.throughline.contracts.event.EventType.CASE_OPENED;
import static io.throughline.contracts.event.EventType.CASE_RESOLVED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_IDENTIFIED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;
import static java.util.Map.entry;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Notifications: {@code {"type": "notification_event", "id": …, "topic": …, "data": {"item": …}}}.
 *
 * @see <a href="https://developers.intercom.com/docs/references/webhooks/webhook-models">Topics</a>
 */
final class Notifications {

    /** What each topic means. A conversation is a contact; a ticket is a contact and a case. */
    private static final Map<String, Function<Notification, List<Draft>>> TABLE = Map.ofEntries(
            entry("conversation.user.created", Notifications::begunByCustomer),
            entry("conversation.user.replied", notification -> said(notification, "customer")),
            entry("conversation.admin.single.created", Notifications::begunByBusiness),
            entry("conversation.admin.replied", notification -> said(notification, notification.author("agent"))),
            entry("conversation.operator.replied", notification -> said(notification, "bot")),
            entry("conversation.admin.assigned", Notifications::assigned),
            entry("conversation.admin.open.assigned", Notifications::assigned),
            entry("conversation.admin.closed", Notifications::closed),
            entry("conversation.contact.attached", Notifications::identified),
            entry("conversation.rating.added", Notifications::rated),
            entry("ticket.created", Notifications::ticketCreated),
            entry("ticket.contact.replied", notification -> said(notification, "customer")),
            entry("ticket.admin.replied", notification -> said(notification, notification.author("agent"))),
            entry("ticket.admin.assigned", Notifications::assigned),
            entry("ticket.team.assigned", Notifications::assigned),
            entry("ticket.contact.attached", Notifications::identified),
            entry("ticket.state.updated", Notifications::ticketState),
            entry("ticket.resolved", Notifications::ticketResolved),
            entry("ticket.closed", notification -> List.of(notification.caseDraft(CASE_CLOSED))),
            entry("ticket.rating.provided", Notifications::rated),
            entry("contact.merged", Contacts::merged),
            entry("contact.user.created", Contacts::known),
            entry("contact.user.updated", Contacts::known),
            entry("contact.lead.created", Contacts::known),
            entry("contact.lead.updated", Contacts::known),
            entry("contact.lead.added_email", Contacts::known),
            entry("contact.lead.signed_up", Contacts::known),
            entry("contact.email.updated", Contacts::known),
            entry("contact.created", Contacts::known),
            entry("contact.updated", Contacts::known),
            entry("contact.added_email", Contacts::known),
            entry("contact.signed_up", Contacts::known),
            entry("user.created", Contacts::known),
            entry("user.email.updated", Contacts::known),
            entry("visitor.signed_up", Contacts::known));

    /** Documented, and without a word about how the customer fared: notes, tags, the workspace, companies, articles. */
    private static final Set<String> ADMINISTRATION = Set.of(
            "admin",
            "api",
            "article",
            "company",
            "contact",
            "content_stat",
            "conversation",
            "conversation_part",
            "data_connector",
            "event",
            "granular",
            "job",
            "messenger",
            "ping",
            "procedure",
            "ticket",
            "user",
            "visitor");

    private Notifications() {}

    static Translation translate(Message message) {
        String topic = String.valueOf(message.text("topic")).toLowerCase(Locale.ROOT);
        if (topic.startsWith("call.")) {
            return message.object("data").object("item").text("id") == null
                    ? Translation.missing("data.item.id", "send the notification whole, with its item")
                    : new Translation.Events("call", Calls.drafts(Notification.of(message, topic)));
        }
        var table = TABLE.get(topic);
        if (table == null) {
            return ADMINISTRATION.contains(topic.split("\\.", 2)[0])
                    ? Translation.nothing("administration")
                    : Translation.unknown();
        }
        if (message.text("id") == null) {
            return Translation.missing("id", "send the notification whole, with its id");
        }
        var notification = Notification.of(message, topic);
        if (notification.item().text("id") == null) {
            return Translation.missing("data.item.id", "send the notification whole, with its item");
        }
        if (notification.time() == null) {
            return Translation.missing("created_at", "send the notification whole, with the time it was created");
        }
        var drafts = new ArrayList<>(table.apply(notification));
        drafts.addAll(notification.breaches());
        return new Translation.Events(topic, drafts);
    }

    private static List<Draft> begunByCustomer(Notification notification) {
        return List.of(
                notification
                        .draft(CONTACT_STARTED)
                        .with("channel", notification.channel("chat"))
                        .with("direction", "inbound")
                        .with("initiation", "customer"),
                notification.draft(CONTACT_MESSAGE).with("from", "customer"));
    }

    private static List<Draft> begunByBusiness(Notification notification) {
        return List.of(
                notification
                        .draft(CONTACT_STARTED)
                        .with("channel", notification.channel("chat"))
                        .with("direction", "outbound")
                        .with("initiation", "outbound"),
                notification.draft(CONTACT_MESSAGE).with("from", notification.author("agent")));
    }

    private static List<Draft> said(Notification notification, String from) {
        return List.of(notification.draft(CONTACT_MESSAGE).with("from", from));
    }

    private static List<Draft> identified(Notification notification) {
        return List.of(notification.draft(CONTACT_IDENTIFIED));
    }

    /** To a team by a bot or a rule: the customer waits for it. By an agent to somebody else: handed on. */
    private static List<Draft> assigned(Notification notification) {
        Message part = notification.lastPart();
        Message to = part.object("assigned_to");
        String team = to.word("type").equals("team") ? to.text("id") : null;
        String item = notification.item().text("team_assignee_id");
        String queue = team == null && notification.topic().equals("ticket.team.assigned") ? item : team;
        boolean byAgent = notification.author("system").equals("agent");
        String agent = part.object("author").text("id");
        boolean toOther = to.word("type").equals("admin") && agent != null && !agent.equals(to.text("id"));
        if (byAgent && (team != null || toOther)) {
            return List.of(notification
                    .draft(CONTACT_TRANSFERRED)
                    .with("by", "agent")
                    .with("kind", team == null ? "blind" : "queue")
                    .with("toQueue", team));
        }
        return queue == null || queue.equals("0")
                ? List.of()
                : List.of(notification.draft(CONTACT_QUEUED).with("queue", queue));
    }

    /** An agent closes what is done. A bot or a rule closes what went quiet, and only Fin says whether it helped. */
    private static List<Draft> closed(Notification notification) {
        String by = notification.author("system");
        Message attributes = notification.item().object("custom_attributes");
        String fin = notification.item().object("ai_agent").word("resolution_state");
        String outcome =
                switch (fin) {
                    case "assumed_resolution", "confirmed_resolution" -> "resolved";
                    case "abandoned" -> "unresolved";
                    default -> null;
                };
        var drafts = new ArrayList<>(
                CustomAttributes.drafts(attributes, notification::draft, by.equals("agent") ? "agent" : "bot"));
        drafts.add(notification
                .draft(CONTACT_ENDED)
                .with("endedBy", by)
                .with("outcome", by.equals("agent") ? "resolved" : outcome)
                .with(CustomAttributes.end(attributes)));
        return drafts;
    }

    private static List<Draft> rated(Notification notification) {
        Message rating = notification.item().object("conversation_rating").isEmpty()
                ? notification.item().object("ticket_rating")
                : notification.item().object("conversation_rating");
        Double score = rating.number("rating");
        if (score == null || score < 1 || score > 5) {
            return List.of();
        }
        return List.of(notification
                .draft(SURVEY_ANSWERED)
                .with("survey", "csat")
                .with("score", score)
                .with("scaleMin", 1)
                .with("scaleMax", 5)
                .with("respondent", "customer")
                .with("comment", rating.text("remark")));
    }

    /** Tickets that are only among agents (back-office, trackers) are cases, but no contacts. */
    private static List<Draft> ticketCreated(Notification notification) {
        Draft opened = notification.caseDraft(CASE_OPENED);
        String category = notification.item().word("category");
        return category.isEmpty() || category.equals("customer")
                ? List.of(
                        notification
                                .draft(CONTACT_STARTED)
                                .with("channel", notification.channel("chat"))
                                .with("direction", "inbound")
                                .with("initiation", "customer"),
                        opened)
                : List.of(opened);
    }

    private static List<Draft> ticketState(Notification notification) {
        Message item = notification.item();
        String state = item.object("ticket_state").isEmpty()
                ? item.word("ticket_state")
                : item.object("ticket_state").word("category");
        return state.equals("resolved") ? ticketResolved(notification) : List.of();
    }

    private static List<Draft> ticketResolved(Notification notification) {
        return List.of(
                notification
                        .draft(CONTACT_ENDED)
                        .with("endedBy", notification.author("agent"))
                        .with("outcome", "resolved"),
                notification.caseDraft(CASE_RESOLVED));
    }
}
