package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same person, on the same channel, soon after a drop: the same contact goes on (E16). */
final class Reconnect {

    private Reconnect() {}

    static boolean mends(ContactSummary before, String personBefore, PlacedContact next, RuleVersions rules) {
        Instant start = next.summary().life().startedAt();
        Instant drop = droppedAt(before, start);
        return drop != null
                && personBefore.equals(next.personId())
                && Kinds.sameChannel(before.lastChannel(), next.summary().channel())
                && !start.isAfter(drop.plus(
                        rules.at(before.life().startedAt()).stitching().reconnect()));
    }

    /** The last drop up to a moment, unless it was mended by then. */
    private static @Nullable Instant droppedAt(ContactSummary contact, Instant moment) {
        @Nullable Instant drop = null;
        for (ContactEvent sign : contact.signs()) {
            if (sign.time().isAfter(moment)) {
                break;
            }
            if (sign.data() instanceof ContactData.Dropped) {
                drop = sign.time();
            } else if (Contacts.serves(sign.data())) {
                drop = null;
            }
        }
        return drop;
    }
}
