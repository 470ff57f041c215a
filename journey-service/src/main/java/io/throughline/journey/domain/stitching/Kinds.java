package io.throughline.journey.domain.stitching;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.Channel.Group;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Life;
import io.throughline.journey.domain.contact.ReplyWait;
import io.throughline.journey.domain.contact.Service;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Duration;

/** What a contact is, before any other contact is looked at. */
public final class Kinds {

    private Kinds() {}

    /** Whether it is a contact of a journey at all. */
    static boolean counts(ContactSummary contact, TenantRules rules) {
        return contact.happened() && !surveyOrMonitor(contact) && !shortAbandon(contact, rules);
    }

    /** A survey flow or a supervisor who listens in is no contact (E14). */
    static boolean surveyOrMonitor(ContactSummary contact) {
        return contact.initiation() == Initiation.SURVEY || contact.initiation() == Initiation.MONITOR;
    }

    /**
     * The customer left at once (E15). A contact that the business itself refused, redirected or dropped in that time is
     * not one of these, nor is one that said anything. That the platform knew who it is says nothing.
     */
    static boolean shortAbandon(ContactSummary contact, TenantRules rules) {
        if (contact.showsMoreThanWho() || contact.service().personAnsweredAt() != null) {
            return false;
        }
        Service.Abandonment abandonment = contact.service().abandonment();
        double limit = rules.waiting().shortAbandon();
        if (abandonment != null) {
            return abandonment.waitSeconds() != null && abandonment.waitSeconds() < limit && !customerWrote(contact);
        }
        return hangsUp(contact, rules) && secondsUntilEnd(contact.life()) < limit;
    }

    /** Whether the business came to the customer. A callback, an appointment or a transfer is the customer's own. */
    public static boolean outbound(ContactSummary contact) {
        Initiation initiation = contact.initiation();
        if (initiation == Initiation.OUTBOUND) {
            return true;
        }
        return contact.context().direction() == Direction.OUTBOUND
                && initiation != Initiation.CALLBACK
                && initiation != Initiation.APPOINTMENT
                && initiation != Initiation.TRANSFER;
    }

    /** Whether two channel codes are one channel to the customer: {@code phone} and {@code callback} are. */
    public static boolean sameChannel(String one, String other) {
        return one.equals(other) || (isPhone(one) && isPhone(other));
    }

    private static boolean isPhone(String code) {
        return code.equals("phone") || code.equals("callback");
    }

    private static boolean hangsUp(ContactSummary contact, TenantRules rules) {
        Channel channel = rules.channels().of(contact.channel());
        return contact.life().endedBy() == Party.CUSTOMER
                && contact.outcome() != Outcome.RESOLVED
                && !customerWrote(contact)
                && (channel.group() == Group.VOICE || channel.group() == Group.CHAT);
    }

    private static boolean customerWrote(ContactSummary contact) {
        return contact.replyWaits().stream().anyMatch(wait -> wait.kind() != ReplyWait.Kind.OPENING);
    }

    /** Of a contact that is known by its end alone, nobody knows how long it was. */
    private static double secondsUntilEnd(Life life) {
        return life.endedAt() == null || life.start().equals(life.end())
                ? Double.MAX_VALUE
                : Duration.between(life.startedAt(), life.endedAt()).toMillis() / 1000.0;
    }
}
