package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactEvent;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of a case, from one {@code case.*} event.
 *
 * @param caseId which case, tenant-wide
 * @param what what happened to it
 * @param event the event that said so
 * @param intent what the case is about; null not known
 */
public record CaseFact(String caseId, What what, EventRef event, @Nullable String intent) {

    /** By event time, then source and event id. */
    public static final Comparator<CaseFact> ORDER = Comparator.comparing(
                    (CaseFact fact) -> fact.event().at())
            .thenComparing(fact -> fact.event().source())
            .thenComparing(fact -> fact.event().id());

    /** What can happen to a case. */
    public enum What {
        OPENED,
        RESOLVED,
        REOPENED,
        CLOSED
    }

    /** The fact an event tells; null where it is not about a case. */
    public static @Nullable CaseFact of(ContactEvent event) {
        if (!(event.data() instanceof CaseData data)) {
            return null;
        }
        String named = data.context().caseId();
        What what =
                switch (data) {
                    case CaseData.Opened opened -> What.OPENED;
                    case CaseData.Resolved resolved -> What.RESOLVED;
                    case CaseData.Reopened reopened -> What.REOPENED;
                    case CaseData.Closed closed -> What.CLOSED;
                };
        return new CaseFact(
                named == null ? event.subject() : named,
                what,
                EventRef.to(event),
                data.context().intent());
    }
}
