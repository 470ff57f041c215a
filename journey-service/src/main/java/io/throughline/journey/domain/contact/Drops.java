package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import java.util.ArrayList;
import java.util.List;

/** Which drops of a contact hold. */
public final class Drops {

    private Drops() {}

    /**
     * The drops among some of a contact's signs after which the business did not serve it again.
     *
     * @param signs in order; up to the moment that matters, for what mends a drop later came too late
     */
    public static List<ContactEvent> standing(List<ContactEvent> signs) {
        var drops = new ArrayList<ContactEvent>();
        for (ContactEvent sign : signs) {
            if (sign.data() instanceof ContactData.Dropped) {
                drops.add(sign);
            } else if (Contacts.serves(sign.data())) {
                drops.clear();
            }
        }
        return drops;
    }
}
