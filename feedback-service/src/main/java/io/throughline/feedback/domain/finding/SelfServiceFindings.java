package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.AFTER_SELF_SERVICE;
import static io.throughline.feedback.domain.finding.FindingKind.ASSISTED_SATISFIED;
import static io.throughline.feedback.domain.finding.FindingKind.SECONDS_AFTER_SELF_SERVICE;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import io.throughline.feedback.domain.kpi.SatisfactionKpis;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers do after self-service that failed them, and how satisfied they are then. */
final class SelfServiceFindings {

    /** Within the contact itself: to which channel is not told. */
    private static final String HANDED_OVER = "handed-over";

    private SelfServiceFindings() {}

    static void look(Issue issue, JourneyContact contact, Map<FindingKind, Said> says) {
        if (hasFailed(issue, contact) && issue.isServedByPerson(contact)) {
            says.put(AFTER_SELF_SERVICE, Said.part(HANDED_OVER));
        } else if (hasFailed(issue, contact)) {
            JourneyContact next = after(issue, contact);
            says.put(AFTER_SELF_SERVICE, Said.part(next == null ? "none" : next.channel()));
            if (next != null) {
                Instant left = contact.endedAt() == null ? contact.startedAt() : contact.endedAt();
                long seconds = Duration.between(left, next.startedAt()).toSeconds();
                // The next can begin before this one is over.
                says.put(SECONDS_AFTER_SELF_SERVICE, Said.measured(Math.max(0, seconds)));
            }
        }
        Long score = SatisfactionKpis.score(contact);
        if (score == null || !Places.isAssisted(issue, contact)) {
            return;
        }
        JourneyContact before = issue.before(contact);
        if (hasFailed(issue, contact) || before != null && hasFailed(issue, before)) {
            says.put(ASSISTED_SATISFIED, Said.share("after-self-service", SatisfactionKpis.isSatisfied(score)));
        } else if (before == null) {
            says.put(ASSISTED_SATISFIED, Said.share("direct", SatisfactionKpis.isSatisfied(score)));
        }
    }

    /**
     * Whether it was a self-service contact that could not go on, or ended without solving the issue. What a person who
     * took over in it left unsolved is no failure of self-service.
     */
    private static boolean hasFailed(Issue issue, JourneyContact contact) {
        return Places.isSelfService(contact)
                && (contact.outcome() == Outcome.UNRESOLVED && !issue.isServedByPerson(contact)
                        || contact.signs().stream().anyMatch(sign -> sign.what().equals("self_service_failed")));
    }

    static @Nullable JourneyContact after(Issue issue, JourneyContact contact) {
        var contacts = issue.customerContacts();
        int next = contacts.indexOf(contact) + 1;
        return next < contacts.size() ? contacts.get(next) : null;
    }
}
