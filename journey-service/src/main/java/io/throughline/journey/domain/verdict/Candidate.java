package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.stitching.IssueContact;
import io.throughline.journey.domain.stitching.Kinds;
import java.time.Instant;
import java.util.List;

/**
 * Two consecutive contacts of a customer about one issue, on different channels.
 *
 * @param from the contact that was left
 * @param to the contact that was begun
 * @param habit the same move in earlier journeys of the customer, where nothing forced it; the events that began it
 * @param rules the tenant's rules
 */
record Candidate(IssueContact from, IssueContact to, List<EventRef> habit, TenantRules rules) {

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

    /** When the second contact began: what came later did not cause it. */
    Instant moment() {
        return to.startedAt();
    }

    /** Whether something happened before the switch (or at its very moment). */
    boolean before(Instant at) {
        return !at.isAfter(moment());
    }

    /** The signs of the first contact before the switch, in order. */
    List<ContactEvent> signs() {
        return left().signs().stream().filter(sign -> before(sign.time())).toList();
    }

    /** Whether a channel code is the channel that the customer left. */
    boolean staysOn(String channel) {
        return Kinds.sameChannel(channel, fromChannel());
    }

    /** Whether a person served the first contact at a moment or before. */
    boolean servedByPerson(Instant at) {
        Instant answered = left().service().personAnsweredAt();
        return answered != null && !answered.isAfter(at);
    }
}
