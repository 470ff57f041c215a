package io.throughline.intake.webhook.intercom;

import static io.throughline.contracts.event.EventType.IDENTITY_LINKED;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People: Intercom's own id for them, and what else it knows them by. */
final class Contacts {

    /** Type of the identifier that an Intercom contact's id is. */
    static final String CONTACT = "intercomContact";

    private Contacts() {}

    /** Of a conversation or a ticket: in {@code contacts}, in older versions in {@code user}. */
    static List<Map<String, String>> identifiers(Message item) {
        var identifiers = new ArrayList<Map<String, String>>();
        Message source = item.object("source").object("author");
        for (Message contact : item.object("contacts").objects("contacts")) {
            identifiers.addAll(of(contact, source));
        }
        identifiers.addAll(of(item.object("user"), source));
        if (!source.word("type").equals("admin") && !source.word("type").equals("bot")) {
            identifiers.addAll(of(source, source));
        }
        return identifiers.stream().distinct().toList();
    }

    /** The survivor of a merge, joined to the one that went into it, and to all that the survivor is known by. */
    static List<Draft> merged(Notification notification) {
        Message contact = notification.item();
        var links = new ArrayList<Draft>();
        link(notification, CONTACT, contact.object("merged_from").text("id"), "intercom merge", links);
        addKnown(notification, "intercom merge", links);
        return links;
    }

    static List<Draft> known(Notification notification) {
        var links = new ArrayList<Draft>();
        addKnown(notification, "intercom contact", links);
        return links;
    }

    private static void addKnown(Notification notification, String reason, List<Draft> links) {
        Message contact = notification.item();
        link(notification, "email", contact.text("email"), reason, links);
        link(notification, "phone", contact.text("phone"), reason, links);
        link(notification, "customerId", customerId(contact, contact), reason, links);
    }

    private static void link(
            Notification notification, String type, @Nullable String value, String reason, List<Draft> links) {
        String contact = notification.item().text("id");
        if (value != null && contact != null) {
            links.add(Draft.of(
                            IDENTITY_LINKED,
                            notification.id() + ":" + (links.size() + 1),
                            "contact:" + contact,
                            notification.at())
                    .with("identifiers", Draft.identifiers(CONTACT, contact, type, value))
                    .with("reason", reason));
        }
    }

    private static List<Map<String, String>> of(Message person, Message source) {
        return Draft.identifiers(
                CONTACT,
                person.text("id"),
                "email",
                person.text("email"),
                "phone",
                person.text("phone"),
                "customerId",
                customerId(person, source));
    }

    /**
     * The business' own id of a user. A lead has one too, but Intercom made it up: as an id of the business' it would keep
     * two visits of one person apart.
     */
    private static @Nullable String customerId(Message person, Message source) {
        String role = person.word("role");
        String type = person.word("type");
        boolean user = role.equals("user")
                || (role.isEmpty()
                        && (type.equals("user")
                                || (type.equals("contact")
                                        && source.word("type").equals("user"))));
        return user ? person.firstText("external_id", "user_id") : null;
    }
}
