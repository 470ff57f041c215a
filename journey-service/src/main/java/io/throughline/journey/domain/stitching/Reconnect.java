package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same person, on the same channel, soon after a drop: the same contact goes on (E16). */
final class Reconnect {

    private Reconnect() {}

    static boolean mends(ContactSummary before, String personBefore, PlacedContact next, RuleVersions rules) {
        Instant drop = droppedAt(before);
        Instant start = next.summary().life().startedAt();
        return drop != null
                && personBefore.equals(next.personId())
                && Kinds.sameChannel(before.lastChannel(), next.summary().channel())
                && !start.isBefore(drop)
                && !start.isAfter(drop.plus(
                        rules.at(before.life().startedAt()).stitching().reconnect()));
    }

    private static @Nullable Instant droppedAt(ContactSummary contact) {
        return contact.signs().stream()
                .filter(sign -> sign.data() instanceof ContactData.Dropped)
                .map(ContactEvent::time)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
