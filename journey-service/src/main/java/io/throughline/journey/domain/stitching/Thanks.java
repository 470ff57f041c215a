package io.throughline.journey.domain.stitching;

import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.event.Outcome;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.contact.ReplyWait;
import io.throughline.journey.domain.contact.Service;

/**
 * A reply of the customer after "resolved" that nobody had to answer is no contact (E10). It is in the thread of the
 * resolved contact (linked to it, on the same asynchronous channel), and the business neither answered it (a bot that
 * acknowledges a mail does not), nor found it unresolved, nor opened the case again. An answer that comes later makes
 * it a contact after all.
 */
final class Thanks {

    private static final ChannelCatalogue CATALOGUE = ChannelCatalogue.standard();

    private Thanks() {}

    static boolean isThanks(ContactSummary contact, OpenIssue issue) {
        PlacedContact before = issue.last();
        return before != null
                && !Kinds.outbound(contact)
                && CATALOGUE.of(contact.channel()).timing() == Timing.ASYNCHRONOUS
                && Kinds.sameChannel(before.summary().lastChannel(), contact.channel())
                && inOneThread(before.summary(), contact)
                && issue.settledAt(contact.life().startedAt()) != null
                && !answered(contact)
                && contact.outcome() != Outcome.UNRESOLVED
                && !contact.showsMoreThanWho()
                && contact.replyWaits().stream()
                        .noneMatch(wait -> wait.repliedAt() != null || wait.kind() == ReplyWait.Kind.REPORTED)
                && !issue.caseReopenedFrom(contact.life().startedAt());
    }

    private static boolean answered(ContactSummary contact) {
        Service service = contact.service();
        return Contacts.botsAcknowledge(contact.channel())
                ? service.personAnsweredAt() != null
                : service.answeredAt() != null;
    }

    private static boolean inOneThread(ContactSummary one, ContactSummary other) {
        return Chains.chained(one, other)
                || (one.caseId() != null && one.caseId().equals(other.caseId()))
                || other.context().references().stream().anyMatch(one.context().references()::contains);
    }
}
