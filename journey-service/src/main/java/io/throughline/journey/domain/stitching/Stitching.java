package io.throughline.journey.domain.stitching;

import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a customer's contacts together to issues: a pure function of their set.
 *
 * <p>Contacts that are linked explicitly ({@link ExplicitLinks}) are one issue always. Any other contact goes, in order
 * of time, to the issue of the same person that it can continue ({@link #continues}), else it begins one. An issue has
 * {@link OpenIssue#MOST_CONTACTS} contacts at most; what would be more is another.
 */
public final class Stitching {

    private Stitching() {}

    /** The issues of one customer, in order of their first contacts; each contact is in one at most. */
    public static List<Issue> issues(Collection<PlacedContact> placed, Collection<CaseFact> cases, RuleVersions rules) {
        List<PlacedContact> contacts = placed.stream()
                .filter(contact -> Kinds.counts(
                        contact.summary(), rules.at(contact.summary().life().startedAt())))
                .sorted(Comparator.comparing(PlacedContact::summary, ContactSummary.ORDER))
                .toList();
        ExplicitLinks links = ExplicitLinks.among(contacts, rules);
        @Nullable String[] intents = intentsOfGroups(contacts, links);
        Map<String, List<CaseFact>> facts = byCase(cases);
        var issueOfGroup = new OpenIssue[contacts.size()];
        var issues = new ArrayList<OpenIssue>();
        var recent = new ArrayList<OpenIssue>();
        for (int i = 0; i < contacts.size(); i++) {
            PlacedContact contact = contacts.get(i);
            int group = links.group(i);
            OpenIssue issue = issueOfGroup[group];
            if (issue == null || issue.isFull()) {
                String caseId = links.caseOfGroup(group);
                issue = best(recent, contact, intents[group], caseId);
                if (issue == null) {
                    issue = new OpenIssue(
                            issues.size(),
                            rules.at(contact.summary().life().startedAt()).stitching());
                    issues.add(issue);
                }
                if (caseId != null && issue.caseId() == null) {
                    issue.takeCase(caseId, facts.getOrDefault(caseId, List.of()));
                }
                issueOfGroup[group] = issue;
            }
            issue.add(contact);
            if (!recent.contains(issue)) {
                recent.add(issue);
            }
        }
        return issues.stream().map(OpenIssue::result).toList();
    }

    /**
     * Whether a contact continues an issue it is not linked to: same or unknown intent, no other case, at most the gap
     * after the issue's last contact ended, and not settled before. A settled issue is reopened only soon, and by the
     * same intent (V4: any other contact is a new issue). The business' own contact follows up a settled issue too, and
     * does not reopen it.
     */
    static boolean continues(OpenIssue issue, PlacedContact placed, @Nullable String intent, @Nullable String caseId) {
        ContactSummary contact = placed.summary();
        Instant start = contact.life().startedAt();
        Instant settledAt = issue.settledAt(start);
        if (!issue.involves(placed.personId())
                || (caseId != null && issue.caseId() != null)
                || issue.isOverBy(start)
                || (intent != null && !issue.intentUnknown() && !issue.isAbout(intent))) {
            return false;
        }
        if (settledAt == null || Kinds.outbound(contact)) {
            return true;
        }
        return intent != null && issue.isAbout(intent) && issue.canReopenAt(start, settledAt);
    }

    /** The issue to continue: one with the same intent before one with none, then the one last dealt with. */
    private static @Nullable OpenIssue best(
            List<OpenIssue> recent, PlacedContact contact, @Nullable String intent, @Nullable String caseId) {
        Instant start = contact.summary().life().startedAt();
        // Contacts come in order: what is over by the gap now can only be continued by an explicit link, what is full
        // never.
        recent.removeIf(issue -> issue.isOverBy(start) || issue.isFull());
        return recent.stream()
                .filter(issue -> continues(issue, contact, intent, caseId))
                .max(Comparator.comparing((OpenIssue issue) -> intent != null && issue.isAbout(intent))
                        .thenComparing(OpenIssue::lastEnd)
                        .thenComparing(OpenIssue::number))
                .orElse(null);
    }

    /** The first intent that a group of linked contacts names: a later contact may know what the first did not. */
    private static @Nullable String[] intentsOfGroups(List<PlacedContact> contacts, ExplicitLinks links) {
        var intents = new String[contacts.size()];
        for (int i = 0; i < contacts.size(); i++) {
            int group = links.group(i);
            if (intents[group] == null) {
                intents[group] = contacts.get(i).summary().intent();
            }
        }
        return intents;
    }

    private static Map<String, List<CaseFact>> byCase(Collection<CaseFact> cases) {
        var byCase = new HashMap<String, List<CaseFact>>();
        cases.stream().sorted(CaseFact.ORDER).distinct().forEach(fact -> byCase.computeIfAbsent(
                        fact.caseId(), unused -> new ArrayList<>())
                .add(fact));
        return byCase;
    }
}
