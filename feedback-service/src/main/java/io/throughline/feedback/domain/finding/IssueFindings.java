package io.throughline.feedback.domain.finding;

import static io.throughline.feedback.domain.finding.FindingKind.CHANNELS_USED;
import static io.throughline.feedback.domain.finding.FindingKind.ENTRY;
import static io.throughline.feedback.domain.finding.FindingKind.ENTRY_BY_INTENT;
import static io.throughline.feedback.domain.finding.FindingKind.EXIT;
import static io.throughline.feedback.domain.finding.FindingKind.FIRST_CONTACT_BY_INTENT;
import static io.throughline.feedback.domain.finding.FindingKind.MULTICHANNEL_FORCED_HIGH;
import static io.throughline.feedback.domain.finding.FindingKind.MULTICHANNEL_FORCED_LOW;
import static io.throughline.feedback.domain.finding.FindingKind.MULTICHANNEL_FORCED_PROBABLE;
import static io.throughline.feedback.domain.finding.FindingKind.MULTICHANNEL_FORCED_STRICT;
import static io.throughline.feedback.domain.finding.FindingKind.SATISFIED_BY_CHANNEL_KIND;
import static io.throughline.feedback.domain.finding.FindingKind.SATISFIED_BY_CONTACTS;
import static io.throughline.feedback.domain.finding.FindingKind.SCORE_BY_CONTACTS;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.Verdict;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import io.throughline.feedback.domain.kpi.SatisfactionKpis;
import java.util.Map;
import java.util.Objects;

/** What an issue says as a whole. */
final class IssueFindings {

    private IssueFindings() {}

    static void look(Issue issue, Map<FindingKind, Said> says) {
        var contacts = issue.customerContacts();
        says.put(ENTRY, Said.part(contacts.getFirst().channel()));
        says.put(EXIT, Said.part(lastChannel(issue)));
        says.put(
                ENTRY_BY_INTENT,
                Said.part(
                        issue.dimensions().intent(),
                        Places.hkace(contacts.getFirst().channel())));
        says.put(
                FIRST_CONTACT_BY_INTENT,
                new Said(
                        issue.dimensions().intent(),
                        contacts.getFirst().channel(),
                        isResolved(issue) && contacts.size() == 1 ? 1 : 0,
                        1));
        says.put(CHANNELS_USED, Said.part(Places.digitalOrPerson(issue)));
        satisfaction(issue, says);
        if (!issue.switches().isEmpty()) {
            forced(issue, says);
        }
    }

    /** In which the last contact ended: it can have been handed over to a person in another channel. */
    private static String lastChannel(Issue issue) {
        String exit = issue.journey().exitChannel();
        return exit == null ? issue.customerContacts().getLast().channel() : exit;
    }

    /** The score of the last contact that has one decides. */
    private static void satisfaction(Issue issue, Map<FindingKind, Said> says) {
        issue.contacts().reversed().stream()
                .map(SatisfactionKpis::score)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(score -> {
                    String whole = isResolved(issue) ? "resolved" : "unresolved";
                    int count = issue.customerContacts().size();
                    String part = count < 3 ? Integer.toString(count) : "3+";
                    boolean satisfied = SatisfactionKpis.isSatisfied(score);
                    says.put(SATISFIED_BY_CONTACTS, new Said(whole, part, satisfied ? 1 : 0, 1));
                    says.put(SCORE_BY_CONTACTS, new Said(whole, part, score, 1));
                    says.put(SATISFIED_BY_CHANNEL_KIND, Said.share(Places.kind(issue), satisfied));
                });
    }

    private static void forced(Issue issue, Map<FindingKind, Said> says) {
        boolean forced = issue.hasForcedSwitch();
        boolean undetermined = issue.switches().stream().anyMatch(one -> one.verdict() == Verdict.UNDETERMINED);
        if (issue.switches().stream().anyMatch(one -> one.verdict() != Verdict.UNDETERMINED)) {
            says.put(
                    MULTICHANNEL_FORCED_STRICT,
                    Said.share(issue.switches().stream().anyMatch(IssueFindings::isProven)));
            says.put(MULTICHANNEL_FORCED_PROBABLE, Said.share(forced));
        }
        says.put(MULTICHANNEL_FORCED_LOW, Said.share(forced));
        says.put(MULTICHANNEL_FORCED_HIGH, Said.share(forced || undetermined));
    }

    private static boolean isResolved(Issue issue) {
        return issue.journey().resolution().state() == Resolution.State.RESOLVED;
    }

    private static boolean isProven(ChannelSwitch change) {
        return Issue.isForced(change.verdict())
                && change.evidence().stream().anyMatch(item -> item.strength() == Strength.P);
    }
}
