package io.throughline.intake.webhook.amazonconnect;

import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** User-defined contact attributes, which flows and agents set; what they mean is in {@link CustomAttributes}. */
final class Attributes {

    private Attributes() {}

    static Map<String, @Nullable Object> facts(Message contact) {
        return CustomAttributes.facts(contact.object("attributes"));
    }

    static Map<String, @Nullable Object> end(Message contact) {
        return CustomAttributes.end(contact.object("attributes"));
    }

    /** Events that only attributes tell of. They have no time of their own: nothing of it is later than the end. */
    static List<Draft> drafts(Contact contact, Instant ended) {
        boolean byAgent = !contact.message().object("agent").isEmpty();
        return CustomAttributes.drafts(
                contact.message().object("attributes"),
                type -> type == SURVEY_ANSWERED
                        // One answer, however often the record is published: without the time of update.
                        ? Draft.of(type, "record:" + contact.id() + ":csat", contact.id(), ended)
                        : contact.draft(type, ended),
                byAgent ? "agent" : "ivr");
    }
}
