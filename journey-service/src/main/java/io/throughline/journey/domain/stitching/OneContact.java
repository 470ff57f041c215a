package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the records of an issue that are one contact: by the same {@link Door}, and a chain of contact ids (E3, E4,
 * E9), a callback that was asked for or arranged (E1, E2), a reconnect soon after a drop (E16), or thanks (E10). A
 * chain does not reach over another channel that the customer used in between: coming back is a new contact.
 */
public final class OneContact {

    private final RuleVersions rules;
    private final List<IssueContact> contacts = new ArrayList<>();
    private final Map<ContactRef, Integer> places = new HashMap<>();
    private final Map<ContactRef, Integer> announced = new HashMap<>();
    private int last = -1;

    private OneContact(RuleVersions rules) {
        this.rules = rules;
    }

    /** The contacts of an issue, by start. */
    public static List<IssueContact> of(Issue issue, RuleVersions rules) {
        var joining = new OneContact(rules);
        for (PlacedContact placed : issue.contacts()) {
            joining.add(placed, issue.thanks().contains(placed.summary().key()));
        }
        return List.copyOf(joining.contacts);
    }

    private void add(PlacedContact placed, boolean thanks) {
        ContactSummary contact = placed.summary();
        int place = thanks ? last : Kinds.outbound(contact) ? -1 : placeOf(placed);
        if (place < 0) {
            place = contacts.size();
            contacts.add(IssueContact.of(placed));
        } else {
            IssueContact before = contacts.get(place);
            contacts.set(place, thanks ? before.thankedFor(placed) : before.continuedBy(placed));
        }
        if (!Kinds.outbound(contact)) {
            last = place;
            places.put(contact.key().ref(), place);
            for (String id : Chains.named(contact)) {
                announced.putIfAbsent(new ContactRef(contact.key().source(), id), place);
            }
        }
    }

    /** The place of the contact that this one continues; -1 where it is one of its own. */
    private int placeOf(PlacedContact placed) {
        ContactSummary contact = placed.summary();
        Integer byChain = announced.get(contact.key().ref());
        for (String id : Chains.named(contact)) {
            Integer named = places.get(new ContactRef(contact.key().source(), id));
            byChain = named == null || (byChain != null && byChain > named) ? byChain : named;
        }
        if (byChain != null && bySameDoor(byChain, contact) && !leftBetween(byChain, contact)) {
            return byChain;
        }
        return last >= 0 && bySameDoor(last, contact) && (reconnects(placed) || isCallback(contact)) ? last : -1;
    }

    private boolean bySameDoor(int place, ContactSummary contact) {
        return Door.same(contacts.get(place).whole(), contact);
    }

    /** Whether the customer began a contact on another channel after the earlier part had ended. */
    private boolean leftBetween(int place, ContactSummary contact) {
        Instant end = contacts.get(place).whole().life().knownUntil();
        for (int i = contacts.size() - 1; i > place; i--) {
            IssueContact between = contacts.get(i);
            if (!Kinds.outbound(between.whole())
                    && !between.startedAt().isBefore(end)
                    && !Kinds.sameChannel(between.whole().channel(), contact.channel())) {
                return true;
            }
        }
        return false;
    }

    private boolean reconnects(PlacedContact placed) {
        IssueContact before = contacts.get(last);
        return Reconnect.mends(before.whole(), before.personId(), placed, rules);
    }

    private boolean isCallback(ContactSummary contact) {
        return contact.initiation() == Initiation.CALLBACK
                && contacts.get(last).whole().shows(ContactData.CallbackRequested.class);
    }
}
