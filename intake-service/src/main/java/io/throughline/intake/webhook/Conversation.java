package io.throughline.intake.webhook;

import io.throughline.contracts.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one customer with one account of a messenger. Messengers have no id for a conversation that comes to an
 * end, so a contact is a day (UTC) of the thread, and names the day before as the contact that it continues: what goes on
 * over midnight is one contact, and what comes after a day of silence is a new one. That follows from each message alone,
 * whichever comes first. Why so: docs/adapters.md.
 *
 * @param channel code of the catalogue
 * @param business the account; empty where messages do not name it, as the connection does
 * @param identifierType what the messenger's id of the customer is
 * @param customer the messenger's id of the customer
 */
public record Conversation(String channel, String business, String identifierType, String customer) {

    /** Something that happened in the thread; it never says that the contact began, for which a message cannot know. */
    public Draft draft(EventType type, String id, Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return Draft.of(type, id, contact(day.toString()), time)
                .with("channel", channel)
                .with("identifiers", identifiers())
                .with("previousContactId", contact(day.minusDays(1).toString()));
    }

    /** A turn of the customer. */
    public Draft fromCustomer(String id, Instant time) {
        return draft(EventType.CONTACT_MESSAGE, id, time)
                .with("from", "customer")
                .with("direction", "inbound")
                .with("initiation", "customer");
    }

    /** A turn of the business in the thread. Whether the customer began the contact, their own messages say. */
    public Draft fromBusiness(String id, Instant time, @Nullable String from) {
        return draft(EventType.CONTACT_MESSAGE, id, time).with("from", "bot".equals(from) ? "bot" : "agent");
    }

    /** A message with which the business came to the customer: a contact of its own, beside the thread's of that day. */
    public Draft outbound(String id, Instant time) {
        String day = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
        return Draft.of(EventType.CONTACT_MESSAGE, id, contact(day + "/outbound"), time)
                .with("channel", channel)
                .with("identifiers", identifiers())
                .with("from", "agent")
                .with("direction", "outbound")
                .with("initiation", "outbound");
    }

    private List<Map<String, String>> identifiers() {
        return Draft.identifiers(identifierType, customer);
    }

    private String contact(String part) {
        return (business.isEmpty() ? "" : business + "/") + Pseudonym.of(identifierType, customer) + "/" + part;
    }
}
