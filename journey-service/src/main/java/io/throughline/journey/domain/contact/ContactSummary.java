package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.SurveyAnswer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact's events say together: all that stitching and the verdicts need, and no more.
 *
 * @param key names the contact
 * @param happened false while only surveys about it, or events of unknown types, have come: then it is no contact yet
 * @param channel channel code it began on; {@code unknown} where no event said
 * @param lastChannel channel code it was on last: differs from channel only where a bot handed over to a person within
 *     the contact ({@code chatbot} to {@code chat}, {@code ivr} to {@code phone})
 * @param context the latest word of any event on each general field; its channel is unset and its identifiers empty
 * @param identifiers who the customer is, by type and token
 * @param life when it began and ended
 * @param service how it was served
 * @param outcome how it ended for the issue
 * @param durations of its parts; null not known
 * @param disposition the tenant's own wrap-up code; null not known
 * @param signs the events that can be evidence, in order, each without its context
 * @param replyWaits the customer's turns that a reply was due to, in order of time: those without a reply, those the
 *     platform reported, and the longest of the others
 * @param surveysOffered how many surveys were offered about it
 * @param surveys the answers given about it, by time, then event id
 */
public record ContactSummary(
        ContactKey key,
        boolean happened,
        String channel,
        String lastChannel,
        ContactContext context,
        List<SeenIdentifier> identifiers,
        Life life,
        Service service,
        Outcome outcome,
        @Nullable Durations durations,
        @Nullable String disposition,
        List<ContactEvent> signs,
        List<ReplyWait> replyWaits,
        int surveysOffered,
        List<SurveyAnswer> surveys) {

    /** The channel of a contact of which no event named one. */
    public static final String UNKNOWN_CHANNEL = "unknown";

    /** By start, then source and contact id: the order of contacts everywhere. */
    public static final Comparator<ContactSummary> ORDER = Comparator.comparing(
                    (ContactSummary contact) -> contact.life().startedAt())
            .thenComparing(ContactSummary::key);

    public ContactSummary {
        identifiers = List.copyOf(identifiers);
        signs = List.copyOf(signs);
        replyWaits = List.copyOf(replyWaits);
        surveys = List.copyOf(surveys);
    }

    /** What the contact is about; null not known. */
    public @Nullable String intent() {
        return context.intent();
    }

    /** The id at the platform; null not known. */
    public @Nullable String caseId() {
        return context.caseId();
    }

    /** How it came to be; null not known. */
    public @Nullable Initiation initiation() {
        return context.initiation();
    }

    /** Whether there is a sign of anything but that the platform knew who it is. */
    public boolean showsMoreThanWho() {
        return signs.stream().anyMatch(sign -> !(sign.data() instanceof ContactData.Identified));
    }

    /** Whether one of the signs is of this kind. */
    public boolean shows(Class<?> kind) {
        return signs.stream().anyMatch(sign -> kind.isInstance(sign.data()));
    }
}
