package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.CONNECTED;
import static io.throughline.feedback.domain.finding.FindingKind.FORCED_BY_PAIR;
import static io.throughline.feedback.domain.finding.FindingKind.IDENTIFIED_AGAIN;
import static io.throughline.feedback.domain.finding.FindingKind.SAME_CASE;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import java.util.Map;

/** Whether a switch was forced, and whether the channel that the customer went to knew what had been before. */
final class SwitchFindings {

    private SwitchFindings() {}

    static void look(Issue issue, ChannelSwitch change, Map<FindingKind, Said> says) {
        says.put(
                FORCED_BY_PAIR, Said.share(change.fromChannel(), change.toChannel(), Issue.isForced(change.verdict())));
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
