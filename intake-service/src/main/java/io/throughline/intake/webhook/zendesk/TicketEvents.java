package io.throughline.intake.webhook.zendesk;

import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_IDENTIFIED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static io.throughline.contracts.event.EventType.IDENTITY_LINKED;
import static io.throughline.contracts.event.EventType.SURVEY_OFFERED;
import static java.util.Map.entry;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Zendesk's event webhooks: {@code {"type": "zen:event-type:…", "detail": …, "event": …}}. */
final class TicketEvents {

    static final String PREFIX = "zen:event-type:";

    /** What each event type means. A ticket is a contact and a case at once. */
    private static final Map<String, Function<Happening, List<Draft>>> TABLE = Map.ofEntries(
            entry("ticket.created", happening -> happening.ticket().opened()),
            entry("ticket.comment_added", TicketEvents::comment),
            entry("ticket.status_changed", TicketEvents::status),
            entry("ticket.group_assignment_changed", TicketEvents::group),
            entry("ticket.requester_changed", TicketEvents::requester),
            entry("ticket.merged", TicketEvents::merged),
            entry(
                    "ticket.csat_requested",
                    happening ->
                            List.of(happening.ticket().draft(SURVEY_OFFERED).with("survey", Ratings.SURVEY))),
            entry("ticket.csat_received", TicketEvents::rating),
            entry("user.created", TicketEvents::userIdentities),
            entry("user.external_id_changed", TicketEvents::userIdentities),
            entry("user.identity_created", TicketEvents::userIdentities),
            entry("user.identity_changed", TicketEvents::userIdentities),
            // Changes of the ticket's own administration say nothing about the contact.
            entry("ticket.agent_assignment_changed", happening -> List.of()),
            entry("ticket.custom_field_changed", happening -> List.of()),
            entry("ticket.custom_status_changed", happening -> List.of()),
            entry("ticket.priority_changed", happening -> List.of()),
            entry("ticket.subject_changed", happening -> List.of()),
            entry("ticket.tags_changed", happening -> List.of()),
            entry("ticket.type_changed", happening -> List.of()));

    /** One event of Zendesk's. */
    private record Happening(String id, Instant time, Message detail, Message event) {
        Ticket ticket() {
            return Ticket.of(detail, id, time);
        }
    }

    private TicketEvents() {}

    static Translation translate(String type, Message message) {
        var table = TABLE.get(type);
        if (table == null) {
            return Translation.unknown();
        }
        String id = message.text("id");
        if (id == null) {
            return Translation.missing("id", "send Zendesk's event as it is, with its id");
        }
        Instant time = message.time("time");
        if (time == null) {
            return Translation.missing("time", "send Zendesk's event as it is, with its time in ISO 8601");
        }
        Message detail = message.object("detail");
        if (detail.text("id") == null) {
            return Translation.missing("detail.id", "send Zendesk's event as it is, with the ticket's id");
        }
        return new Translation.Events(type, table.apply(new Happening(id, time, detail, message.object("event"))));
    }

    /** A public comment is a turn; a private one is a note among agents. */
    private static List<Draft> comment(Happening happening) {
        Message comment = happening.event().object("comment");
        if (!comment.isTrue("is_public")) {
            return List.of();
        }
        String from = comment.object("author").isTrue("is_staff") ? "agent" : "customer";
        return List.of(happening.ticket().draft(CONTACT_MESSAGE).with("from", from));
    }

    private static List<Draft> status(Happening happening) {
        String current = word(happening.event().text("current"));
        String previous = word(happening.event().text("previous"));
        Ticket ticket = happening.ticket();
        return switch (current) {
            case "solved" -> ticket.solved();
            case "closed" -> ticket.closed();
            case "new", "open", "pending", "hold" -> previous.equals("solved") ? ticket.reopened() : List.of();
            default -> List.of();
        };
    }

    /** The first group is the queue a ticket waits in; the next ones have it handed on. */
    private static List<Draft> group(Happening happening) {
        String current = happening.event().text("current");
        if (current == null) {
            return List.of();
        }
        Ticket ticket = happening.ticket();
        return List.of(
                happening.event().has("previous")
                        ? ticket.draft(CONTACT_TRANSFERRED)
                                .with("toQueue", current)
                                .with("kind", "queue")
                        : ticket.draft(CONTACT_QUEUED).with("queue", current));
    }

    private static List<Draft> requester(Happening happening) {
        var identifiers = Draft.identifiers(Ticket.USER, happening.event().text("current"));
        return List.of(happening.ticket().draft(CONTACT_IDENTIFIED).with("identifiers", identifiers));
    }

    /** The ticket goes on in another one: the contact ends here, and belongs to the other's case. */
    private static List<Draft> merged(Happening happening) {
        String into = happening.event().firstText("target_ticket_id", "target_id");
        if (into == null) {
            into = happening.event().object("target_ticket").text("id");
        }
        return List.of(happening
                .ticket()
                .draft(CONTACT_ENDED)
                .with("disposition", "merged")
                .with("relatedContactId", into)
                .with("caseId", into == null ? null : Ticket.caseId(into)));
    }

    private static List<Draft> rating(Happening happening) {
        Message event = happening.event();
        Message rating = event.has("satisfaction_score") ? event.object("satisfaction_score") : event;
        String score = rating.firstText("score", "rating", "current");
        return Ratings.drafts(happening.ticket()::draft, score, rating.text("comment"));
    }

    /** What Zendesk knows about an end user links the user id of tickets to mail address and own customer id. */
    private static List<Draft> userIdentities(Happening happening) {
        Message user = happening.detail();
        if (!word(user.text("role")).equals("end-user")) {
            return List.of();
        }
        var links = new ArrayList<Draft>();
        link(happening, "email", user.text("email"), links);
        link(happening, "customerId", user.text("external_id"), links);
        Message identity = happening.event().object("identity");
        switch (word(identity.text("type"))) {
            case "email" -> link(happening, "email", identity.text("value"), links);
            case "phone_number" -> link(happening, "phone", identity.text("value"), links);
            default -> {
                // Logins with other services are nobody's address.
            }
        }
        return links;
    }

    private static void link(Happening happening, String type, @Nullable String value, List<Draft> links) {
        String user = happening.detail().text("id");
        if (value != null && user != null) {
            String id = happening.id() + ":" + (links.size() + 1);
            links.add(Draft.of(IDENTITY_LINKED, id, "user:" + user, happening.time())
                    .with("identifiers", Draft.identifiers(Ticket.USER, user, type, value))
                    .with("reason", "zendesk user"));
        }
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
