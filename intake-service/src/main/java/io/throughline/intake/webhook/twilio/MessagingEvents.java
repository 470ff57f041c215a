package io.throughline.intake.webhook.twilio;

import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_UNAVAILABLE;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Translation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Messages outside of a conversation: each one that comes in is a contact, for nothing but time binds them together. */
final class MessagingEvents {

    /**
     * The business may not write here now: the window of 24 hours after the customer's last message is closed.
     *
     * @see <a href="https://www.twilio.com/docs/api/errors/63016">Error 63016</a>
     */
    private static final Set<String> WINDOW_CLOSED = Set.of("63016");

    private MessagingEvents() {}

    static Translation translate(Fields fields) {
        String sid = String.valueOf(fields.text("MessageSid", "SmsSid"));
        String status =
                fields.word("MessageStatus").isEmpty() ? fields.word("SmsStatus") : fields.word("MessageStatus");
        boolean incoming = status.isEmpty() || status.equals("received") || status.equals("receiving");
        Address customer = incoming ? fields.address("From") : fields.address("To");
        Function<EventType, Draft> draft =
                type -> Draft.of(type, sid + ":" + status + ":" + type.name(), sid, fields.time())
                        .with("channel", customer == null ? "sms" : customer.channel())
                        .with("direction", incoming ? "inbound" : "outbound")
                        .with("identifiers", CallEvents.identifiers(customer))
                        .with("market", Draft.market(incoming ? fields.text("FromCountry") : fields.text("ToCountry")));
        return incoming
                ? new Translation.Events(
                        "message.received",
                        List.of(
                                draft.apply(CONTACT_STARTED).with("initiation", "customer"),
                                draft.apply(CONTACT_MESSAGE).with("from", "customer")))
                : new Translation.Events("message.status", undelivered(fields, draft));
    }

    /** A message to the customer that the provider did not let through; other failures are matters of one message. */
    static List<Draft> undelivered(Fields fields, Function<EventType, Draft> draft) {
        String error = fields.text("ErrorCode");
        return error != null && WINDOW_CLOSED.contains(error)
                ? List.of(draft.apply(CONTACT_UNAVAILABLE).with("reason", "not_offered"))
                : List.of();
    }
}
