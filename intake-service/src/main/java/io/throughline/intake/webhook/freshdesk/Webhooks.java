package io.throughline.intake.webhook.freshdesk;

import static io.throughline.contracts.event.EventType.CASE_CLOSED;
import static io.throughline.contracts.event.EventType.CASE_OPENED;
import static io.throughline.contracts.event.EventType.CASE_REOPENED;
import static io.throughline.contracts.event.EventType.CASE_RESOLVED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_SLA_BREACHED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static java.util.Map.entry;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What happened is in {@code triggered_event}, which is Freshdesk's own notation and no JSON:
 * {@code {status:{from:2,to:4}}}. A rule's template can say it itself, as {@code "event": "agent reply"}.
 */
final class Webhooks {

    /** What each part of {@code triggered_event}, or the word of a template, means. */
    private static final Map<String, BiFunction<Ticket, Change, List<Draft>>> TABLE = Map.ofEntries(
            entry("ticket_action", (ticket, change) -> change.to().startsWith("create") ? created(ticket) : List.of()),
            entry("ticket_created", (ticket, change) -> created(ticket)),
            entry("onticketcreate", (ticket, change) -> created(ticket)),
            entry("status", Webhooks::status),
            entry("ticket_resolved", (ticket, change) -> resolved(ticket)),
            entry("ticket_closed", (ticket, change) -> List.of(ticket.caseDraft(CASE_CLOSED))),
            entry("ticket_reopened", (ticket, change) -> List.of(ticket.caseDraft(CASE_REOPENED))),
            entry("group_id", Webhooks::group),
            entry("responder_id", Webhooks::agent),
            entry("reply_sent", (ticket, change) -> said(ticket, author(ticket))),
            entry("agent_reply", (ticket, change) -> said(ticket, "agent")),
            entry("customer_reply", (ticket, change) -> said(ticket, "customer")),
            entry("requester_reply", (ticket, change) -> said(ticket, "customer")),
            entry(
                    "note_type",
                    (ticket, change) -> change.to().equals("public") ? said(ticket, author(ticket)) : List.of()),
            entry("customer_feedback", (ticket, change) -> Ratings.drafts(ticket, change.to())),
            entry("satisfaction_rating", (ticket, change) -> Ratings.drafts(ticket, change.to())),
            entry("first_response_overdue", (ticket, change) -> breached(ticket, "first_response")),
            entry("next_response_overdue", (ticket, change) -> breached(ticket, "next_response")),
            entry("priority", (ticket, change) -> List.of()),
            entry("ticket_type", (ticket, change) -> List.of()),
            entry("type", (ticket, change) -> List.of()),
            entry("due_by", (ticket, change) -> List.of()),
            entry("time_sheet_action", (ticket, change) -> List.of()));

    private Webhooks() {}

    static Translation translate(Message message, Delivery delivery) {
        Ticket ticket = Ticket.of(message, delivery);
        if (ticket == null) {
            return Translation.missing("ticket_id", "put \"ticket_id\": \"{{ticket.id}}\" into the webhook's content");
        }
        var names = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        for (Change change : Change.of(ticket.fields())) {
            var table = TABLE.get(change.field());
            if (table != null) {
                names.add(change.field());
                drafts.addAll(table.apply(ticket, change));
            }
        }
        return names.isEmpty() ? Translation.unknown() : new Translation.Events(names.getFirst(), drafts);
    }

    private static List<Draft> created(Ticket shown) {
        Ticket ticket = shown.whenCreated();
        String channel = ticket.channel();
        var drafts = new ArrayList<Draft>();
        drafts.add(ticket.draft(CONTACT_STARTED)
                .with("channel", channel == null ? "freshdesk" : channel)
                .with("direction", ticket.isOutbound() ? "outbound" : "inbound")
                .with("initiation", ticket.isOutbound() ? "outbound" : "customer"));
        if (channel != null && !channel.equals("phone") && !ticket.isOutbound()) {
            drafts.add(ticket.draft(CONTACT_MESSAGE).with("from", "customer"));
        }
        drafts.add(ticket.caseDraft(CASE_OPENED));
        return drafts;
    }

    private static List<Draft> status(Ticket ticket, Change change) {
        String from = change.status(change.from());
        String to = change.status(change.to());
        if (to.equals("resolved")) {
            return resolved(ticket);
        }
        if (to.equals("closed")) {
            var drafts = new ArrayList<Draft>();
            if (!from.equals("resolved")) {
                drafts.add(ended(ticket));
            }
            drafts.add(ticket.caseDraft(CASE_CLOSED));
            return drafts;
        }
        return Change.DONE.contains(from) ? List.of(ticket.caseDraft(CASE_REOPENED)) : List.of();
    }

    private static List<Draft> resolved(Ticket ticket) {
        var drafts = new ArrayList<>(CustomAttributes.drafts(ticket.custom(), ticket::draft, "agent"));
        drafts.add(ended(ticket));
        drafts.add(ticket.caseDraft(CASE_RESOLVED));
        return drafts;
    }

    private static Draft ended(Ticket ticket) {
        return ticket.draft(CONTACT_ENDED)
                .with("endedBy", "agent")
                .with("outcome", "resolved")
                .with(CustomAttributes.end(ticket.custom()));
    }

    /** The first group is the queue a ticket waits in; the next ones have it handed on. */
    private static List<Draft> group(Ticket ticket, Change change) {
        if (change.to().isEmpty()) {
            return List.of();
        }
        return List.of(
                change.from().isEmpty()
                        ? ticket.draft(CONTACT_QUEUED).with("queue", change.to())
                        : ticket.draft(CONTACT_TRANSFERRED)
                                .with("kind", "queue")
                                .with("toQueue", change.to()));
    }

    private static List<Draft> agent(Ticket ticket, Change change) {
        return change.from().isEmpty() || change.to().isEmpty()
                ? List.of()
                : List.of(ticket.draft(CONTACT_TRANSFERRED).with("kind", "blind"));
    }

    private static List<Draft> said(Ticket ticket, String from) {
        return List.of(ticket.draft(CONTACT_MESSAGE).with("from", from));
    }

    /** Freshdesk does not say who; rules are made for one side, and their template can name it. */
    private static String author(Ticket ticket) {
        String who = ticket.fields().word("performer") + ticket.fields().word("from");
        return who.contains("requester") || who.contains("customer") ? "customer" : "agent";
    }

    private static List<Draft> breached(Ticket ticket, String sla) {
        return List.of(ticket.draft(CONTACT_SLA_BREACHED)
                .with("sla", sla)
                .with("dueAt", Objects.toString(ticket.fields().firstTime("due_by_time", "due_by"), null)));
    }
}
