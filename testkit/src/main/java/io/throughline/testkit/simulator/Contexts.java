package io.throughline.testkit.simulator;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Initiation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the company's platforms tell about a contact beside the event itself. */
final class Contexts {

    private Contexts() {}

    /** As told when a contact begins. */
    static ContactContext beginning(
            Persona persona,
            String channel,
            List<Identifier> identifiers,
            Direction direction,
            Initiation initiation,
            @Nullable String intent,
            @Nullable String caseId,
            @Nullable String previousContactId,
            @Nullable String relatedContactId) {
        return new ContactContext(
                channel,
                identifiers,
                direction,
                initiation,
                intent,
                caseId,
                List.of(),
                previousContactId,
                relatedContactId,
                persona.market(),
                persona.language(),
                null,
                null,
                channel.equals("store") ? "causeway-bay" : null,
                persona.segment());
    }

    /** Who it is. The market is told again: a phone number may be written without its country. */
    static ContactContext who(Persona persona, List<Identifier> identifiers) {
        return new ContactContext(
                null,
                identifiers,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                persona.market(),
                null,
                null,
                null,
                null,
                null);
    }

    /** What it is about. */
    static ContactContext about(@Nullable String intent, @Nullable String caseId) {
        return new ContactContext(
                null, List.of(), null, null, intent, caseId, List.of(), null, null, null, null, null, null, null, null);
    }

    /** Where it waits, on which channel, and who serves it. */
    static ContactContext place(@Nullable String channel, String queue, @Nullable String agentId) {
        return new ContactContext(
                channel, List.of(), null, null, null, null, List.of(), null, null, null, null, queue, agentId, null,
                null);
    }
}
