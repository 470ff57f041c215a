package io.throughline.intake.webhook.email;

import static io.throughline.contracts.event.EventType.CONTACT_MESSAGE;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Pseudonym;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a mail means. A thread is a contact, named by its oldest message that the mail refers to; so each mail knows its
 * contact by itself, and the first one knows that it begins it. Message ids can hold a name, so they become pseudonyms.
 */
public final class MailEvents {

    private static final String REMEDY = "hand over the mail with its whole header";

    private MailEvents() {}

    /**
     * The events of a mail.
     *
     * @param arrivedAt when it arrived or was sent, where that is known better than by the mail itself
     * @param own which addresses are the business'
     */
    public static Translation translate(Mail mail, @Nullable Instant arrivedAt, Predicate<String> own) {
        String root = mail.root();
        String id = mail.messageId();
        Instant time = arrivedAt == null ? mail.date() : arrivedAt;
        if (id == null || root == null) {
            return Translation.missing("Message-ID", REMEDY);
        }
        if (mail.from() == null) {
            return mail.bounce() ? Translation.nothing("bounce") : Translation.missing("From", REMEDY);
        }
        if (time == null) {
            return Translation.missing("Date", REMEDY);
        }
        boolean fromBusiness = own.test(mail.from());
        String customer = fromBusiness
                ? mail.to().stream()
                        .filter(address -> !own.test(address))
                        .findFirst()
                        .orElse(null)
                : mail.from();
        if (mail.bounce()) {
            return Translation.nothing("bounce");
        }
        if (customer == null) {
            return Translation.nothing("internal");
        }
        return fromBusiness
                ? fromBusiness(mail, new Turn(root, id, customer, time))
                : fromCustomer(mail, new Turn(root, id, customer, time));
    }

    private record Turn(String root, String id, String customer, Instant time) {
        Draft draft(EventType type, String suffix) {
            return Draft.of(type, Pseudonym.of("message", id) + suffix, Pseudonym.of("message", root), time)
                    .with("channel", "email")
                    .with("identifiers", Draft.identifiers("email", customer));
        }

        boolean begins() {
            return id.equals(root);
        }
    }

    private static Translation fromCustomer(Mail mail, Turn turn) {
        if (mail.automatic()) {
            return Translation.nothing("automatic");
        }
        var drafts = new ArrayList<Draft>();
        if (turn.begins()) {
            drafts.add(turn.draft(CONTACT_STARTED, ":started")
                    .with("direction", "inbound")
                    .with("initiation", "customer"));
        }
        drafts.add(turn.draft(CONTACT_MESSAGE, "").with("from", "customer"));
        return new Translation.Events("received", drafts);
    }

    /** An automatic acknowledgement is the bot's turn, and no answer. */
    private static Translation fromBusiness(Mail mail, Turn turn) {
        var drafts = new ArrayList<Draft>();
        if (turn.begins()) {
            drafts.add(turn.draft(CONTACT_STARTED, ":started")
                    .with("direction", "outbound")
                    .with("initiation", "outbound"));
        }
        drafts.add(turn.draft(CONTACT_MESSAGE, "").with("from", mail.automatic() ? "bot" : "agent"));
        return new Translation.Events("sent", drafts);
    }
}
