package io.throughline.intake.webhook.zendesk;

import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static java.util.Map.entry;

import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Webhooks of Zendesk's triggers and automations. Their body is a template that somebody at the customer's wrote; these
 * are the names understood, in any casing:
 *
 * <pre>{@code
 * {"type": "End User Comment", "ticketID": "{{ticket.id}}", "via": "{{ticket.via}}",
 *  "requesterEmail": "{{ticket.requester.email}}", "requesterPhone": "{{ticket.requester.phone}}",
 *  "requesterExternalId": "{{ticket.requester.external_id}}", "requesterId": "{{ticket.requester.id}}"}
 * }</pre>
 */
final class Triggers {

    /** What the {@code type} of a template means, in lower case. */
    private static final Map<String, BiFunction<Ticket, Message, List<Draft>>> TABLE = Map.ofEntries(
            entry("ticket created", (ticket, message) -> ticket.opened()),
            entry("end user comment", (ticket, message) -> said(ticket, "customer")),
            entry("agent comment", (ticket, message) -> said(ticket, "agent")),
            entry("ticket solved", (ticket, message) -> ticket.solved()),
            entry("ticket reopened", (ticket, message) -> ticket.reopened()),
            entry("ticket closed", (ticket, message) -> ticket.closed()),
            entry(
                    "satisfaction rating",
                    (ticket, message) -> Ratings.drafts(
                            ticket::draft, message.firstText("rating", "score"), message.text("comment"))));

    private Triggers() {}

    static Translation translate(Message message, Delivery delivery) {
        String type = message.text("type");
        String word = type == null ? "" : type.toLowerCase(Locale.ROOT);
        var table = TABLE.get(word);
        if (table == null) {
            return Translation.unknown();
        }
        String ticketId = message.firstText("ticketID", "ticket_id");
        if (ticketId == null) {
            return Translation.missing("ticketID", "put \"ticketID\": \"{{ticket.id}}\" into the trigger's JSON body");
        }
        // A template has no time of its own unless somebody added it; it is sent as it happens.
        Instant time = message.time("time");
        var ticket = new Ticket(
                ticketId,
                delivery.id(),
                time == null ? delivery.at() : time,
                Channels.of(message.firstText("via", "channel")),
                false,
                null,
                Draft.identifiers(
                        "email",
                        message.firstText("requesterEmail", "requester_email"),
                        "phone",
                        message.firstText("requesterPhone", "requester_phone"),
                        "customerId",
                        message.firstText("requesterExternalId", "requester_external_id"),
                        Ticket.USER,
                        message.firstText("requesterId", "requester_id")));
        return new Translation.Events(word, table.apply(ticket, message));
    }

    private static List<Draft> said(Ticket ticket, String from) {
        return List.of(ticket.draft(CONTACT_MESSAGE).with("from", from));
    }
}
