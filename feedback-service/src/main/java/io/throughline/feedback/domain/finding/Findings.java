package io.throughline.feedback.domain.finding;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads from a journey what it says to reports. */
public final class Findings {

    private Findings() {}

    /**
     * Every case that says something; the same journey always gives the same list. An issue falls into the span in which it
     * began, a contact likewise, a switch by its second contact, an answer by when it was given.
     */
    public static List<Finding> of(Issue issue) {
        var all = new ArrayList<Finding>();
        if (!issue.customerContacts().isEmpty()) {
            add(all, issue, issue.startedAt(), issue.dimensions(), List.of(), says -> IssueFindings.look(issue, says));
        }
        for (var contact : issue.customerContacts()) {
            add(all, issue, contact.startedAt(), issue.dimensions(contact), List.of(contact.ref()), says -> {
                ContactFindings.look(issue, contact, says);
                SelfServiceFindings.look(issue, contact, says);
                SecurityFindings.look(issue, contact, says);
            });
        }
        for (var change : issue.switches()) {
            var ends = List.of(change.fromContact(), change.toContact());
            add(
                    all,
                    issue,
                    change.at(),
                    issue.dimensions(change),
                    ends,
                    says -> SwitchFindings.look(issue, change, says));
        }
        for (var contact : issue.contacts()) {
            all.addAll(AnswerFindings.of(issue, contact));
        }
        return List.copyOf(all);
    }

    private static void add(
            List<Finding> all,
            Issue issue,
            Instant at,
            Dimensions dimensions,
            List<ContactRef> contacts,
            Consumer<Map<FindingKind, Said>> look) {
        var says = new EnumMap<FindingKind, Said>(FindingKind.class);
        look.accept(says);
        if (!says.isEmpty()) {
            all.add(new Finding(at, dimensions, issue.journey().customerId(), contacts, new TreeMap<>(says)));
        }
    }
}
