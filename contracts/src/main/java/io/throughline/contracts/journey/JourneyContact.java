package io.throughline.contracts.journey;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.json.LowerCase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contact as part of a journey. All times are event times (UTC); null is not known.
 *
 * @param channel channel code; {@code unknown} where no event said
 * @param startedAt first event of the contact
 * @param endedAt when it ended; null while it is open
 * @param outcome how it ended for the issue
 * @param role what it is in the journey
 * @param answeredAt when it was first served
 * @param answeredBy {@code human} or {@code bot}: who served it last; null when nobody did
 * @param queuedAt when it began to wait for a person; null when it did not
 * @param waitSeconds how long it waited until answered or abandoned; null when it did not wait
 * @param abandoned whether the customer left before being served
 * @param transferred whether it was handed on
 * @param disposition the tenant's own wrap-up code
 * @param surveysOffered how many surveys were offered about it
 * @param surveys the answers given about it, in order of time, then event id
 * @param parts further contact ids under which platforms recorded this same contact, in order of start: legs of a
 *     transfer within the channel, a callback, a reconnect, a resumed conversation
 * @param caseId the id at the platform that the contact names
 * @param signs what happened in it that can make a customer change channel or identify again, in order
 */
public record JourneyContact(
        String source,
        String contactId,
        String channel,
        Instant startedAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        Role role,
        @Nullable Direction direction,
        @Nullable Initiation initiation,
        @Nullable String intent,
        @Nullable String market,
        @Nullable String language,
        @Nullable String queue,
        @Nullable String segment,
        @Nullable String agentId,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable Instant queuedAt,
        @Nullable Double waitSeconds,
        boolean abandoned,
        boolean transferred,
        @Nullable Durations durations,
        @Nullable String disposition,
        int surveysOffered,
        List<SurveyAnswer> surveys,
        List<ContactRef> parts,
        @Nullable String caseId,
        List<ContactSign> signs) {

    /** What a contact is in its journey. */
    @EnumNaming(LowerCase.class)
    public enum Role {
        /** The customer's own contact; only these can be an end of a switch. */
        CUSTOMER,
        /** The business' own contact about the issue. */
        OUTBOUND,
        /** It ran beside another contact: co-browsing, a payment link, a second line. */
        COMPANION
    }

    public JourneyContact {
        surveys = List.copyOf(surveys);
        parts = parts == null ? List.of() : List.copyOf(parts);
        signs = signs == null ? List.of() : List.copyOf(signs);
    }

    /** Its name. */
    public ContactRef ref() {
        return new ContactRef(source, contactId);
    }

    /** Every name under which platforms recorded it, its own first. */
    public Stream<ContactRef> refs() {
        return Stream.concat(Stream.of(ref()), parts.stream());
    }
}
