package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether customers' issues were solved, and with how many contacts. */
final class ResolutionKpis {

    private ResolutionKpis() {}

    /**
     * First-contact resolution, gross: of all contacts that customers made with us, those that were the first of their
     * issue, ended resolved, and were followed by no customer contact about the issue within the window, its last
     * instant included. A contact whose direction nobody told counts as inbound.
     */
    static KpiRule.OfContact firstContactGross(Duration window) {
        return (issue, contact) -> contact.role() != Role.CUSTOMER || contact.direction() == Direction.OUTBOUND
                ? null
                : Sums.share(contact.outcome() == Outcome.RESOLVED
                        && issue.isFirst(contact)
                        && !isFollowed(issue, contact, window));
    }

    /** Counts resolved issues among all. */
    static Sums rate(Issue issue) {
        return Sums.share(issue.journey().resolution().state() == Resolution.State.RESOLVED);
    }

    /** Adds the customer contacts of a resolved issue. */
    static @Nullable Sums contactsPerResolution(Issue issue) {
        long contacts = issue.customerContacts().size();
        return Sums.of(contacts, 1, Math.multiplyExact(contacts, contacts));
    }

    /** Whether the first contact was followed; the window begins when it ended, or began where no end is known. */
    private static boolean isFollowed(Issue issue, JourneyContact first, Duration window) {
        if (issue.customerContacts().size() < 2) {
            return false;
        }
        Instant from = first.endedAt() == null ? first.startedAt() : first.endedAt();
        return !issue.customerContacts().get(1).startedAt().isAfter(from.plus(window));
    }
}
