package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.CONNECTED;
import static io.throughline.feedback.domain.finding.FindingKind.IDENTIFIED_AGAIN;
import static io.throughline.feedback.domain.finding.FindingKind.SAME_CASE;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import java.util.Map;

/** Whether the channel that a customer went to knew what had been before. */
final class SwitchFindings {

    private SwitchFindings() {}

    static void look(Issue issue, ChannelSwitch change, Map<FindingKind, Said> says) {
        JourneyContact left = issue.byRef().get(change.fromContact());
        JourneyContact reached = issue.byRef().get(change.toContact());
        if (left == null || reached == null) {
            return;
        }
        says.put(SAME_CASE, Said.share(ContactFindings.namesSameCase(left, reached)));
        says.put(CONNECTED, Said.share(ContactFindings.isConnected(left, reached)));
        if (SecurityFindings.has(left, "identified")) {
            says.put(IDENTIFIED_AGAIN, Said.share(SecurityFindings.has(reached, "identified")));
        }
    }
}
