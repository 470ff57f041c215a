package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData.Dropped;
import io.throughline.contracts.event.ContactData.Message;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import io.throughline.journey.domain.contact.Drops;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F11, F12: the contact ended by a fault or a timer, and the business did not serve it again before the switch. */
final class Faults {

    private Faults() {}

    /** F11: dropped. A fault on the business' side or in between proves; one of the customer's network supports. */
    static List<Evidence> droppedByFault(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : Drops.standing(candidate.signs())) {
            if (sign.data() instanceof Dropped dropped && dropped.reason() != DropReason.IDLE_TIMEOUT) {
                String detail = Items.word(dropped.reason());
                items.add(
                        switch (dropped.reason()) {
                            case TELECOM, AGENT_NETWORK, SYSTEM -> Items.proof("F11", sign, detail);
                            case CUSTOMER_NETWORK, IDLE_TIMEOUT -> Items.support("F11", sign, detail);
                            // Null is not evidence of who did it.
                            case null -> Items.support("F11", sign, detail);
                        });
            }
        }
        return items;
    }

    /** F12: closed by a timer. It proves when the last message was the customer's: the business' turn was due. */
    static List<Evidence> idleTimeout(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : Drops.standing(candidate.signs())) {
            if (sign.data() instanceof Dropped dropped && dropped.reason() == DropReason.IDLE_TIMEOUT) {
                items.add(
                        lastWordBefore(sign, candidate.signs()) == Party.CUSTOMER
                                ? Items.proof("F12", sign, "business_turn")
                                : Items.support("F12", sign, "customer_turn"));
            }
        }
        return items;
    }

    private static @Nullable Party lastWordBefore(ContactEvent drop, List<ContactEvent> signs) {
        @Nullable Party lastWord = null;
        for (ContactEvent sign : signs.subList(0, signs.indexOf(drop))) {
            if (sign.data() instanceof Message message) {
                lastWord = message.from();
            }
        }
        return lastWord;
    }
}
