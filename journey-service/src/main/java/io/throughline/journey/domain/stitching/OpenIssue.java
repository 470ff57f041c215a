package io.throughline.journey.domain.stitching;

import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.StitchingRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An issue while contacts, in order, are added to it. */
final class OpenIssue {

    /** Nobody has so many about one thing: a robot, a test number. A journey of them is published whole, each time. */
    static final int MOST_CONTACTS = 500;

    private final int number;
    private final StitchingRules terms;
    private final List<PlacedContact> contacts = new ArrayList<>();
    private final List<CaseFact> cases = new ArrayList<>();
    private final Set<ContactKey> thanks = new HashSet<>();
    private final Set<String> persons = new HashSet<>();
    private final Set<String> intents = new HashSet<>();
    private final PriorityQueue<Statement> ahead = new PriorityQueue<>(Statement.ORDER);
    private @Nullable String caseId;
    private @Nullable Statement latest;
    private Instant lastEnd = Instant.MIN;

    /** @param terms of the time at which its first contact began */
    OpenIssue(int number, StitchingRules terms) {
        this.number = number;
        this.terms = terms;
    }

    void add(PlacedContact placed) {
        ContactSummary contact = placed.summary();
        if (Thanks.isThanks(contact, this)) {
            thanks.add(contact.key());
            contacts.add(placed);
            return;
        }
        contacts.add(placed);
        persons.add(placed.personId());
        if (contact.intent() != null) {
            intents.add(contact.intent());
        }
        Instant until = contact.life().knownUntil();
        lastEnd = until.isAfter(lastEnd) ? until : lastEnd;
        ahead.addAll(Statement.of(contact));
    }

    void takeCase(String id, List<CaseFact> facts) {
        caseId = id;
        cases.addAll(facts);
        for (CaseFact fact : facts) {
            Statement statement = Statement.of(fact);
            if (statement != null) {
                ahead.add(statement);
            }
            if (fact.intent() != null) {
                intents.add(fact.intent());
            }
        }
    }

    /** Whether it was solved or closed at a moment; moments are asked for in order. */
    @Nullable
    Instant settledAt(Instant moment) {
        while (!ahead.isEmpty() && !ahead.peek().at().isAfter(moment)) {
            Statement next = ahead.poll();
            // A case that is named late brings statements from before the latest one.
            latest = latest == null || supersedes(next, latest) ? next : latest;
        }
        return latest != null && (latest.kind() == Statement.Kind.RESOLVED || latest.kind() == Statement.Kind.CLOSED)
                ? latest.at()
                : null;
    }

    /** A case that is closed after the issue was solved is put away: the issue was settled before. */
    private static boolean supersedes(Statement next, Statement latest) {
        boolean putAway = next.kind() == Statement.Kind.CLOSED && latest.kind() == Statement.Kind.RESOLVED;
        return !putAway && Statement.ORDER.compare(next, latest) >= 0;
    }

    int number() {
        return number;
    }

    Instant lastEnd() {
        return lastEnd;
    }

    /** Whether it has as many contacts as an issue may have. */
    boolean isFull() {
        return contacts.size() == MOST_CONTACTS;
    }

    /** Whether a moment is later than the gap after its last contact: only an explicit link continues it then. */
    boolean isOverBy(Instant moment) {
        return moment.isAfter(lastEnd.plus(terms.gap()));
    }

    /** Whether a moment is soon enough after it was settled to open it again. */
    boolean canReopenAt(Instant moment, Instant settledAt) {
        return !moment.isAfter(settledAt.plus(terms.reopening()));
    }

    @Nullable
    String caseId() {
        return caseId;
    }

    boolean involves(String person) {
        return persons.contains(person);
    }

    boolean isAbout(String intent) {
        return intents.contains(intent);
    }

    boolean intentUnknown() {
        return intents.isEmpty();
    }

    /** The contact before; null where there is none. */
    @Nullable
    PlacedContact last() {
        return contacts.isEmpty() ? null : contacts.getLast();
    }

    /** Whether its case came up again at or after a moment. */
    boolean caseReopenedFrom(Instant moment) {
        return cases.stream()
                .anyMatch(fact -> fact.what() == CaseFact.What.REOPENED
                        && !fact.event().at().isBefore(moment));
    }

    Issue result() {
        return new Issue(contacts, cases, thanks);
    }
}
