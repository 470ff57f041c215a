package io.throughline.intake.webhook.zendesk;

import static io.throughline.contracts.event.EventType.CONTACT_ABANDONED;
import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zendesk Chat's object of a finished chat, or of a message left while nobody was there. */
final class Chats {

    private static final String TYPE = "chat";

    private Chats() {}

    static Translation translate(Message chat) {
        String id = chat.text("id");
        if (id == null) {
            return Translation.missing("id", "send the chat as Zendesk has it, with its id");
        }
        Instant start = chat.time("timestamp");
        if (start == null) {
            return Translation.missing("timestamp", "send the chat as Zendesk has it, with the time it began");
        }
        boolean inbound = !"agent".equals(chat.text("started_by"));
        var drafts = new ArrayList<Draft>();
        drafts.add(draft(chat, CONTACT_STARTED, id, start)
                .with("direction", inbound ? "inbound" : "outbound")
                .with("initiation", inbound ? "customer" : "outbound"));
        if ("offline_msg".equals(chat.text("type"))) {
            drafts.add(draft(chat, CONTACT_MESSAGE, id, start).with("from", "customer"));
        } else {
            drafts.addAll(course(chat, id, start));
        }
        return new Translation.Events(TYPE, drafts);
    }

    private static List<Draft> course(Message chat, String id, Instant start) {
        var drafts = new ArrayList<Draft>();
        Double wait = chat.object("response_time").number("first");
        Double duration = chat.number("duration");
        if (wait != null && wait >= 0 && !chat.list("agent_ids").isEmpty()) {
            drafts.add(
                    draft(chat, CONTACT_ANSWERED, id, plusSeconds(start, wait)).with("by", "human"));
        }
        Instant end = chat.time("end_timestamp");
        if (end == null) {
            return drafts;
        }
        boolean missed = chat.isTrue("missed");
        if (missed) {
            drafts.add(draft(chat, CONTACT_ABANDONED, id, end).with("waitSeconds", duration));
        }
        drafts.add(draft(chat, CONTACT_ENDED, id, end)
                .with("endedBy", missed ? "customer" : null)
                .with("durations", durations(wait, duration)));
        String rating = chat.text("rating");
        if (rating != null) {
            drafts.addAll(Ratings.drafts(
                    type -> draft(chat, type, id, end, "rating:" + rating), rating, chat.text("comment")));
        }
        return drafts;
    }

    private static Draft draft(Message chat, EventType type, String id, Instant time) {
        return draft(chat, type, id, time, type.type());
    }

    private static Draft draft(Message chat, EventType type, String id, Instant time, String what) {
        String ticketId = chat.text("zendesk_ticket_id");
        return Draft.of(type, "chat:" + id + ":" + what, id, time)
                .with("channel", TYPE)
                .with("identifiers", identifiers(chat))
                .with("caseId", ticketId == null ? null : Ticket.caseId(ticketId))
                .with("market", Draft.market(chat.object("session").text("country_code")))
                .with("queue", chat.text("department_name"));
    }

    private static List<Map<String, String>> identifiers(Message chat) {
        Message visitor = chat.object("visitor");
        return Draft.identifiers(
                "email", visitor.text("email"), "phone", visitor.text("phone"), "cookie", visitor.text("id"));
    }

    private static @Nullable Map<String, Double> durations(@Nullable Double wait, @Nullable Double duration) {
        return wait == null || duration == null || wait < 0 || duration < wait
                ? null
                : Map.of("queue", wait, "talk", duration - wait);
    }

    private static Instant plusSeconds(Instant start, double seconds) {
        return start.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
