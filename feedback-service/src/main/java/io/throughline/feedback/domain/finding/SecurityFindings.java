package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.AFTER_AUTHENTICATION;
import static io.throughline.feedback.domain.finding.FindingKind.AUTHENTICATION_FAILED;

import io.throughline.contracts.journey.ContactSign;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import java.util.Map;

/** Customers who had to prove who they are. */
final class SecurityFindings {

    private static final String FAILED = "authentication_failed";
    private static final String IDENTIFIED = "identified";

    private SecurityFindings() {}

    static void look(Issue issue, JourneyContact contact, Map<FindingKind, Said> says) {
        boolean failed = has(contact, FAILED);
        if (failed || has(contact, IDENTIFIED)) {
            says.put(AUTHENTICATION_FAILED, Said.share(failed));
        }
        if (failed) {
            says.put(AFTER_AUTHENTICATION, Said.part(whatCame(issue, contact)));
        }
    }

    static boolean has(JourneyContact contact, String sign) {
        return contact.signs().stream().map(ContactSign::what).anyMatch(sign::equals);
    }

    private static String whatCame(Issue issue, JourneyContact contact) {
        if (contact.signs().reversed().stream()
                .map(ContactSign::what)
                .filter(what -> what.equals(FAILED) || what.equals(IDENTIFIED))
                .findFirst()
                .filter(IDENTIFIED::equals)
                .isPresent()) {
            return "identified-after-all";
        }
        JourneyContact next = SelfServiceFindings.after(issue, contact);
        if (next != null) {
            return next.channel().equals(contact.channel()) ? "same-channel-again" : "other-channel";
        }
        return ContactFindings.endsWith(issue, contact) ? "given-up" : "resolved";
    }
}
