package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData.Dropped;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import java.util.ArrayList;
import java.util.List;

/** F11, F12: the contact ended by a fault or a timer. A drop that was mended is not among a contact's signs any more. */
final class Faults {

    private Faults() {}

    /** F11: dropped. A fault on the business' side or in between proves; one of the customer's network supports. */
    static List<Evidence> droppedByFault(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
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
        boolean businessTurn = candidate.left().lastMessageFrom() == Party.CUSTOMER;
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof Dropped dropped && dropped.reason() == DropReason.IDLE_TIMEOUT) {
                items.add(
                        businessTurn
                                ? Items.proof("F12", sign, "business_turn")
                                : Items.support("F12", sign, "customer_turn"));
            }
        }
        return items;
    }
}
