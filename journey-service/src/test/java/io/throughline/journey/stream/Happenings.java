package io.throughline.journey.stream;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events for tests: what matters is said, the rest invented. Minutes count from a fixed morning. */
final class Happenings {

    static final String TENANT = "t1";
    static final String SOURCE = "/test/one";
    static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private Happenings() {}

    static Instant at(long minute) {
        return MORNING.plusSeconds(60 * minute);
    }

    static Identifier id(String type, String token) {
        return Identifier.tokenised(type, token);
    }

    static ContactEvent started(String contact, String channel, long minute, Identifier... identifiers) {
        return event(contact, minute, new ContactData.Started(context(channel, null, null, identifiers)));
    }

    static ContactEvent startedInCase(
            String contact, String channel, String caseId, long minute, Identifier... identifiers) {
        return event(contact, minute, new ContactData.Started(context(channel, caseId, null, identifiers)));
    }

    static ContactEvent startedAfter(
            String contact, String channel, String previous, long minute, Identifier... identifiers) {
        return event(contact, minute, new ContactData.Started(context(channel, null, previous, identifiers)));
    }

    static ContactEvent identified(String contact, long minute, Identifier... identifiers) {
        return event(contact, minute, new ContactData.Identified(context(null, null, null, identifiers), true));
    }

    static ContactEvent redirected(String contact, String toChannel, long minute) {
        return event(contact, minute, new ContactData.Redirected(ContactContext.EMPTY, toChannel, Party.BOT, null));
    }

    static ContactEvent ended(String contact, Outcome outcome, long minute) {
        return event(contact, minute, new ContactData.Ended(ContactContext.EMPTY, Party.CUSTOMER, outcome, null, null));
    }

    static ContactEvent linked(long minute, Identifier one, Identifier other) {
        return event("link", minute, new IdentityData.Linked(List.of(one, other), null));
    }

    static ContactEvent unlinked(long minute, Identifier one, Identifier other) {
        return event("link", minute, new IdentityData.Unlinked(List.of(one, other), null));
    }

    static ContactEvent caseResolved(String caseId, long minute) {
        return event(caseId, minute, new CaseData.Resolved(ContactContext.EMPTY));
    }

    static ContactContext context(
            @Nullable String channel, @Nullable String caseId, @Nullable String previous, Identifier... identifiers) {
        return new ContactContext(
                channel,
                List.of(identifiers),
                null,
                null,
                null,
                caseId,
                List.of(),
                previous,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The id follows from the content, so that the same happening is the same event. */
    private static ContactEvent event(String subject, long minute, EventData data) {
        var id = subject + "-" + minute + "-" + data.getClass().getSimpleName();
        return new ContactEvent(TENANT, SOURCE, id, subject, at(minute), at(minute), null, data);
    }
}
