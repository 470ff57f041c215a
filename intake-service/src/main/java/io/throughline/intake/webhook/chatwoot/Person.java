package io.throughline.intake.webhook.chatwoot;

import static io.throughline.contracts.event.EventType.IDENTITY_LINKED;

import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact of Chatwoot's, which is a person. Their id counts within the account: {@code 1:201}. */
record Person(Message body, Delivery delivery) {

    /** Type of the identifier that a contact's id is. */
    private static final String CONTACT = "chatwootContact";

    /** Channels in which a conversation's source id is who writes. */
    static final Set<String> SOURCES = Set.of("whatsapp", "messenger", "instagram", "line", "telegram");

    /** What Chatwoot knows of the person, joined to their id. */
    List<Draft> links() {
        Instant said = body.firstTime("updated_at", "created_at");
        Instant time = said == null ? delivery.at() : said;
        List<Map<String, String>> known = identifiers(body, body, body.text("id"), null);
        var links = new ArrayList<Draft>();
        for (Map<String, String> other : known.subList(Math.min(1, known.size()), known.size())) {
            links.add(Draft.of(
                            IDENTITY_LINKED,
                            delivery.id() + ":" + (links.size() + 1),
                            "contact:" + known.getFirst().get("value"),
                            time)
                    .with("identifiers", List.of(known.getFirst(), other))
                    .with("reason", "chatwoot contact"));
        }
        return links;
    }

    /** @param ids the first of these that is there, where the person has none; @param account where the account is said */
    static List<Map<String, String>> identifiers(Message person, Message account, @Nullable String... ids) {
        String id = person.text("id");
        for (String other : ids) {
            id = id == null ? other : id;
        }
        String accountId = account.object("account").text("id");
        accountId = accountId == null ? account.text("account_id") : accountId;
        return Draft.identifiers(
                CONTACT,
                id == null ? null : (accountId == null ? "" : accountId) + ":" + id,
                "email",
                person.text("email"),
                "phone",
                person.text("phone_number"),
                "customerId",
                person.text("identifier"));
    }

    /** Whether a message's sender is the customer. */
    static boolean isContact(Message message) {
        String type = message.word("sender_type").isEmpty()
                ? message.object("sender").word("type")
                : message.word("sender_type");
        String direction = message.word("message_type");
        // Older versions do not say what a sender is.
        return type.equals("contact") || (type.isEmpty() && (direction.equals("incoming") || direction.equals("0")));
    }
}
