package io.throughline.intake.webhook.zendesk;

import static io.throughline.contracts.event.EventType.CASE_CLOSED;
import static io.throughline.contracts.event.EventType.CASE_OPENED;
import static io.throughline.contracts.event.EventType.CASE_REOPENED;
import static io.throughline.contracts.event.EventType.CASE_RESOLVED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket at one moment. It is a contact, named by its id, and the case {@code zendesk:<id>}.
 *
 * @param eventId names what happened to it
 * @param time when
 * @param channel null where the message does not say
 * @param identifiers of the requester
 */
record Ticket(
        String id,
        String eventId,
        Instant time,
        @Nullable String channel,
        boolean outbound,
        @Nullable String reference,
        List<Map<String, String>> identifiers) {

    /** Type of the identifier that Zendesk's own user id is. */
    static final String USER = "zendeskUser";

    private static final String UNKNOWN_CHANNEL = "zendesk";

    Ticket {
        identifiers = List.copyOf(identifiers);
    }

    /** The ticket of an event's {@code detail}. */
    static Ticket of(Message detail, String eventId, Instant time) {
        Message via = detail.object("via");
        String rel = via.object("source").text("rel");
        return new Ticket(
                String.valueOf(detail.text("id")),
                eventId,
                time,
                Channels.of(via.text("channel")),
                "outbound".equals(rel) || "phone_call_outbound".equals(via.text("channel")),
                detail.text("external_id"),
                Draft.identifiers(USER, detail.text("requester_id")));
    }

    static String caseId(String ticketId) {
        return "zendesk:" + ticketId;
    }

    /** Something that happened to the contact; only one draft of a ticket may have its plain event id. */
    Draft draft(EventType type) {
        return draft(type, eventId);
    }

    List<Draft> opened() {
        var drafts = new ArrayList<Draft>();
        drafts.add(draft(CONTACT_STARTED)
                .with("channel", channel == null ? UNKNOWN_CHANNEL : channel)
                .with("direction", outbound ? "outbound" : "inbound")
                .with("initiation", outbound ? "outbound" : "customer"));
        if (Channels.isWritten(channel) && !outbound) {
            drafts.add(draft(CONTACT_MESSAGE, eventId + ":message").with("from", "customer"));
        }
        drafts.add(caseDraft(CASE_OPENED));
        return drafts;
    }

    List<Draft> solved() {
        return List.of(
                draft(CONTACT_ENDED).with("endedBy", "agent").with("outcome", "resolved"), caseDraft(CASE_RESOLVED));
    }

    List<Draft> reopened() {
        return List.of(caseDraft(CASE_REOPENED));
    }

    List<Draft> closed() {
        return List.of(caseDraft(CASE_CLOSED));
    }

    private Draft draft(EventType type, String draftId) {
        return Draft.of(type, draftId, id, time)
                .with("channel", channel)
                .with("caseId", caseId(id))
                .with("references", reference == null ? List.of() : List.of(reference))
                .with("identifiers", identifiers);
    }

    private Draft caseDraft(EventType type) {
        return Draft.of(type, eventId + ":case", caseId(id), time).with("caseId", caseId(id));
    }
}
