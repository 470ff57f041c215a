package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.journey.domain.contact.Life;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.stitching.IssueContact;
import io.throughline.journey.domain.stitching.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * V6: contacts that overlap are companions, and no switch, unless a proof before the second began made the customer
 * move. The one that a person answered first is the customer's contact, the other ran beside it (E5, E6, E21).
 */
final class Companions {

    private final RuleVersions rules;
    private final List<IssueContact> main = new ArrayList<>();
    private final Set<IssueContact> beside = new HashSet<>();

    private Companions(RuleVersions rules) {
        this.rules = rules;
    }

    /** What each contact of an issue is; in the same order. */
    static List<RoledContact> roles(List<IssueContact> contacts, RuleVersions rules) {
        var companions = new Companions(rules);
        contacts.stream().filter(contact -> !Kinds.outbound(contact.whole())).forEach(companions::add);
        var roled = new ArrayList<RoledContact>();
        IssueContact customers = null;
        for (IssueContact contact : contacts) {
            if (Kinds.outbound(contact.whole())) {
                boolean during = customers != null
                        && contact.startedAt().isBefore(customers.whole().life().knownUntil());
                roled.add(new RoledContact(contact, during ? Role.COMPANION : Role.OUTBOUND));
            } else {
                customers = contact;
                roled.add(new RoledContact(
                        contact, companions.beside.contains(contact) ? Role.COMPANION : Role.CUSTOMER));
            }
        }
        return roled;
    }

    private void add(IssueContact contact) {
        while (!main.isEmpty()) {
            IssueContact last = main.getLast();
            if (!parallel(last, contact)) {
                break;
            }
            if (!answeredBefore(contact, last)) {
                beside.add(contact);
                return;
            }
            beside.add(last);
            main.removeLast();
        }
        main.add(contact);
    }

    private boolean parallel(IssueContact first, IssueContact second) {
        if (!openAt(first, second.startedAt())) {
            return false;
        }
        var candidate = new Candidate(first, second, rules.at(second.startedAt()));
        if (!candidate.changesChannel()) {
            return true;
        }
        List<Evidence> items = EvidenceRules.collect(candidate);
        return items.stream().noneMatch(Items::isProof) && !leftOpen(candidate, items);
    }

    /**
     * Whether a contact was still open. Where no event ended it, it was open while it was heard of; an asynchronous one
     * also while the customer waits for a reply, until its window has passed.
     */
    private boolean openAt(IssueContact contact, Instant at) {
        Life life = contact.whole().life();
        if (life.endedAt() != null) {
            return life.endedAt().isAfter(at);
        }
        TenantRules then = rules.at(at);
        boolean asynchronous = then.channels().of(contact.whole().lastChannel()).timing() == Timing.ASYNCHRONOUS;
        boolean waits = contact.whole().replyWaits().stream().anyMatch(wait -> wait.repliedAt() == null);
        return asynchronous && waits
                ? life.lastActivityAt().plus(then.windows().asynchronous()).isAfter(at)
                : life.lastActivityAt().isAfter(at);
    }

    /**
     * A thread without an end, silent since the customer asked to leave it or something there did not work, or of which
     * they say that they switched, was left.
     */
    private static boolean leftOpen(Candidate candidate, List<Evidence> items) {
        Life life = candidate.left().life();
        return life.endedAt() == null
                && !life.lastActivityAt().isAfter(candidate.moment())
                && (items.stream().anyMatch(item -> Judgement.isAsked(item) || item.strength() == Strength.S)
                        || CustomersAnswer.about(candidate, false) != null);
    }

    private static boolean answeredBefore(IssueContact one, IssueContact other) {
        Instant answered = one.whole().service().personAnsweredAt();
        Instant otherAnswered = other.whole().service().personAnsweredAt();
        return answered != null && (otherAnswered == null || answered.isBefore(otherAnswered));
    }
}
