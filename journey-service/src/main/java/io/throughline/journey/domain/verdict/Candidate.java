package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.stitching.Door;
import io.throughline.journey.domain.stitching.IssueContact;
import io.throughline.journey.domain.stitching.Kinds;
import java.time.Instant;
import java.util.List;

/** Two consecutive contacts of a customer about one issue: perhaps a switch. */
final class Candidate {

    private final IssueContact from;
    private final IssueContact to;
    private final TenantRules rules;
    private final List<EventRef> habit;
    private final List<ContactEvent> signs;

    Candidate(IssueContact from, IssueContact to, TenantRules rules) {
        this(from, to, rules, List.of());
    }

    private Candidate(IssueContact from, IssueContact to, TenantRules rules, List<EventRef> habit) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.habit = habit;
        signs = from.whole().signs().stream()
                .filter(sign -> before(sign.time()))
                .toList();
    }

    /** The same, knowing where the customer made this move before without being forced. */
    Candidate withHabit(List<EventRef> earlier) {
        return new Candidate(from, to, rules, earlier);
    }

    IssueContact from() {
        return from;
    }

    IssueContact to() {
        return to;
    }

    TenantRules rules() {
        return rules;
    }

    /** The same move in earlier journeys of the customer, where nothing forced it: the events that began it. */
    List<EventRef> habit() {
        return habit;
    }

    /** The signs of the first contact before the switch, in order. */
    List<ContactEvent> signs() {
        return signs;
    }

    /** The contact that was left. */
    ContactSummary left() {
        return from.whole();
    }

    /** The contact that was begun. */
    ContactSummary begun() {
        return to.whole();
    }

    /** The channel the customer left. */
    String fromChannel() {
        return left().lastChannel();
    }

    /** The channel the customer went to. */
    String toChannel() {
        return begun().channel();
    }

    Channel fromKind() {
        return rules.channels().of(fromChannel());
    }

    /** Whether the customer came by another channel. Of a channel that no event named nothing is claimed. */
    boolean changesChannel() {
        return !fromChannel().equals(ContactSummary.UNKNOWN_CHANNEL)
                && !toChannel().equals(ContactSummary.UNKNOWN_CHANNEL)
                && !Door.same(left(), begun());
    }

    /** Whether a channel code is the channel that the customer left. */
    boolean staysOn(String channel) {
        return Kinds.sameChannel(channel, fromChannel());
    }

    /** When the second contact began: what came later did not cause it. */
    Instant moment() {
        return to.startedAt();
    }

    /** Whether something happened before the switch, or at its very moment. */
    boolean before(Instant at) {
        return !at.isAfter(moment());
    }

    /** Whether a person served the first contact at a moment or before. */
    boolean servedByPerson(Instant at) {
        Instant answered = left().service().personAnsweredAt();
        return answered != null && !answered.isAfter(at);
    }
}
