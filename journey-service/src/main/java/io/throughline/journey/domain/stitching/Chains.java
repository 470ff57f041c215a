package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.contact.ContactSummary;
import java.util.List;
import java.util.TreeSet;

/** Chains of contact ids, which hold within one source. */
public final class Chains {

    private Chains() {}

    /** The contact ids of its own source that a contact names: what it continues, belongs with, or was handed on to. */
    static List<String> named(ContactSummary contact) {
        var ids = new TreeSet<String>();
        ContactContext context = contact.context();
        if (context.previousContactId() != null) {
            ids.add(context.previousContactId());
        }
        if (context.relatedContactId() != null) {
            ids.add(context.relatedContactId());
        }
        for (ContactEvent sign : contact.signs()) {
            if (sign.data() instanceof ContactData.Transferred transferred && transferred.toContactId() != null) {
                ids.add(transferred.toContactId());
            }
        }
        ids.remove(contact.key().contactId());
        return List.copyOf(ids);
    }

    /** Whether one of the two names the other. */
    public static boolean chained(ContactSummary one, ContactSummary other) {
        return one.key().source().equals(other.key().source())
                && (named(one).contains(other.key().contactId())
                        || named(other).contains(one.key().contactId()));
    }
}
