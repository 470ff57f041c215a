package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.CONTACT;
import static io.throughline.feedback.domain.finding.FindingKind.GIVEN_UP;
import static io.throughline.feedback.domain.finding.FindingKind.HISTORY_MISSING;
import static io.throughline.feedback.domain.finding.FindingKind.REFUSED;
import static io.throughline.feedback.domain.finding.FindingKind.REFUSED_BECAUSE;
import static io.throughline.feedback.domain.finding.FindingKind.SERVED;

import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.ContactSign;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import java.util.Map;
import java.util.Set;

/** How a customer's contact could be had, and whether they went on. */
final class ContactFindings {

    private static final Set<String> REFUSALS = Set.of("closed", "holiday", "overload");
    private static final Set<String> REQUIREMENTS = Set.of("redirected", "policy_requires", "unavailable");

    private ContactFindings() {}

    static void look(Issue issue, JourneyContact contact, Map<FindingKind, Said> says) {
        says.put(CONTACT, Said.share(contact.channel(), contact.outcome() == Outcome.RESOLVED));
        var refusal =
                contact.signs().stream().filter(ContactFindings::isRefusal).findFirst();
        says.put(REFUSED, Said.share(refusal.isPresent()));
        refusal.ifPresent(sign -> says.put(REFUSED_BECAUSE, Said.part(String.valueOf(sign.detail()))));
        if (contact.answeredBy() != null) {
            says.put(SERVED, Said.share(true));
        }
        JourneyContact before = issue.before(contact);
        if (before != null) {
            says.put(HISTORY_MISSING, Said.share(!isConnected(before, contact)));
        }
        contact.signs().stream()
                .filter(sign -> REQUIREMENTS.contains(sign.what()))
                .reduce((earlier, later) -> later)
                .ifPresent(sign -> says.put(GIVEN_UP, Said.share(sign.what(), endsWith(issue, contact))));
    }

    /** Whether the later contact can know the earlier one: they name the same case, or one was handed over to the other. */
    static boolean isConnected(JourneyContact earlier, JourneyContact later) {
        return namesSameCase(earlier, later) || later.initiation() == Initiation.TRANSFER || earlier.transferred();
    }

    static boolean namesSameCase(JourneyContact earlier, JourneyContact later) {
        return earlier.caseId() != null && earlier.caseId().equals(later.caseId());
    }

    /** Whether the customer left it at this contact, and the issue is not solved. */
    static boolean endsWith(Issue issue, JourneyContact contact) {
        return issue.customerContacts().getLast().ref().equals(contact.ref())
                && issue.journey().resolution().state() != Resolution.State.RESOLVED;
    }

    private static boolean isRefusal(ContactSign sign) {
        return sign.what().equals("unavailable") && sign.detail() != null && REFUSALS.contains(sign.detail());
    }
}
